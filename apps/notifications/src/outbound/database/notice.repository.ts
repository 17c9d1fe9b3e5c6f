import { Inject, Injectable } from '@nestjs/common';
import { Database, placeholders, type SqlParam } from '#persistence';
import { NOTICE_CHANNELS, type NoticeChannel } from '../channels/channel.js';
import { notices, type NoticeRow } from './tables.js';

interface Collected {
  readonly rows: NoticeRow[];
  /** Incidents that became restricted, and who alone may read their notices now. */
  readonly confined: Map<string, string>;
}

/** The notices of all enterprises. */
@Injectable()
export class NoticeRepository {
  constructor(
    private readonly database: Database,
    @Inject(NOTICE_CHANNELS) private readonly channels: readonly NoticeChannel[],
  ) {}

  /** Stores a notice and hands it to every channel, with the unit of work. */
  add(row: NoticeRow): void {
    this.collected().rows.push(row);
  }

  /** From now on only `audience` may read the notices of an incident, earlier ones included. */
  confine(incidentId: string, audience: string): void {
    this.collected().confined.set(incidentId, audience);
  }

  /** Notices of one incident, newest first. */
  ofIncident(incidentId: string, before: string | undefined, limit: number): Promise<NoticeRow[]> {
    return this.list('`incident_id` = ?', [incidentId], before, limit);
  }

  /** Notices that these audiences may read, newest first; of one incident when it is named. */
  visibleTo(
    audiences: readonly string[],
    incidentId: string | undefined,
    before: string | undefined,
    limit: number,
  ): Promise<NoticeRow[]> {
    const own = `\`visible_to\` IN (${placeholders(audiences.length)})`;
    return incidentId === undefined
      ? this.list(own, audiences, before, limit)
      : this.list(`${own} AND \`incident_id\` = ?`, [...audiences, incidentId], before, limit);
  }

  private list(
    where: string,
    params: readonly SqlParam[],
    before: string | undefined,
    limit: number,
  ): Promise<NoticeRow[]> {
    return this.database.rows(
      notices,
      `WHERE ${where}${before === undefined ? '' : ' AND `id` < ?'} ORDER BY \`id\` DESC LIMIT ?`,
      [...params, ...(before === undefined ? [] : [before]), limit],
    );
  }

  private collected(): Collected {
    const { unit } = this.database;
    return unit.local(this, () => {
      const made: Collected = { rows: [], confined: new Map() };
      unit.beforeCommit('state', () => this.flush(made));
      return made;
    });
  }

  private async flush({ rows, confined }: Collected): Promise<void> {
    if (rows.length > 0) for (const channel of this.channels) await channel.take(rows);
    await this.database.insert(notices, rows);
    for (const [incidentId, audience] of confined) {
      await this.database.execute('UPDATE `notice` SET `visible_to` = ? WHERE `incident_id` = ?', [
        audience,
        incidentId,
      ]);
    }
  }
}
