import { Inject, Injectable } from '@nestjs/common';
import { Database, placeholders, type SqlParam } from '#persistence';
import { NOBODY } from '../../domain/audiences.js';
import { TOLD_TO_ONE, TOLD_WHEN_RESTRICTED } from '../../domain/notices/index.js';
import { NOTICE_CHANNELS, type NoticeChannel } from '../channels/channel.js';
import { DeliveryRepository } from './delivery.repository.js';
import { notices, type DeliveryRow, type NoticeRow } from './tables.js';

/**
 * What is written at the end of a unit of work: a new notice, or who alone may read those of an incident from now on;
 * `null`: whoever was told.
 */
type Change = { readonly row: NoticeRow } | { readonly incidentId: string; readonly only: string | null };

/** The notices of all enterprises. */
@Injectable()
export class NoticeRepository {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveryRepository,
    @Inject(NOTICE_CHANNELS) private readonly channels: readonly NoticeChannel[],
  ) {}

  /** Stores a notice and hands it to every channel, with the unit of work. */
  add(row: NoticeRow): void {
    this.change({ row });
  }

  /** From now on only `audience` may read the notices of an incident, earlier ones included, and only what law demands. */
  confine(incidentId: string, audience: string): void {
    this.change({ incidentId, only: audience });
  }

  /** From now on whoever was told a notice of an incident may read it again. */
  open(incidentId: string): void {
    this.change({ incidentId, only: null });
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

  private change(change: Change): void {
    this.database.unit.collect(this, 'state', (changes: Change[]) => this.write(changes), [change]);
  }

  private async write(changes: readonly Change[]): Promise<void> {
    const rows = changes.flatMap((change) => ('row' in change ? [change.row] : []));
    if (this.channels.some(({ kind }) => kind === 'stored')) for (const row of rows) row.deliveredAt = row.createdAt;
    await this.database.insert(notices, rows);
    const sent = this.channels.filter(({ kind }) => kind === 'sent');
    await this.deliveries.queue(sent.flatMap(({ name }) => rows.map((row) => queued(row, name))));
    const readers = new Map(changes.flatMap((change) => ('row' in change ? [] : [[change.incidentId, change.only]])));
    for (const [incidentId, only] of readers) await this.show(incidentId, only);
  }

  private async show(incidentId: string, only: string | null): Promise<void> {
    if (only === null) {
      await this.database.execute('UPDATE `notice` SET `visible_to` = `audience` WHERE `incident_id` = ?', [
        incidentId,
      ]);
      return;
    }
    const [told, own] = [[...TOLD_WHEN_RESTRICTED], [...TOLD_TO_ONE]];
    await this.database.execute(
      `UPDATE \`notice\` SET \`visible_to\` = CASE WHEN \`template\` IN (${placeholders(told.length)}) ` +
        `AND (\`template\` NOT IN (${placeholders(own.length)}) OR \`audience\` = ?) THEN ? ELSE ? END ` +
        'WHERE `incident_id` = ?',
      [...told, ...own, only, only, NOBODY, incidentId],
    );
  }
}

const queued = ({ id: noticeId, incidentId, position, createdAt }: NoticeRow, channel: string): DeliveryRow => ({
  channel,
  incidentId,
  position,
  noticeId,
  state: 'queued',
  attempts: 0,
  dueAt: createdAt,
});
