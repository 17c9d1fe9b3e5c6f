import { Injectable } from '@nestjs/common';
import { Database, placeholders, sqlTime } from '#persistence';
import { deliveries, notices, type DeliveryRow, type NoticeRow } from './tables.js';

/** A delivery with its notice. */
export interface Due {
  readonly delivery: DeliveryRow;
  readonly notice: NoticeRow;
}

/** What became of an attempt. */
export type Outcome = Pick<DeliveryRow, 'state' | 'reason' | 'dueAt'>;

/** The deliveries of all channels that leave this database. */
@Injectable()
export class DeliveryRepository {
  private listener: () => void = () => undefined;

  constructor(private readonly database: Database) {}

  /** Who is told that this process has committed deliveries. */
  onQueued(listener: () => void): void {
    this.listener = listener;
  }

  /** Queues deliveries in the transaction that stores their notices, in one statement. */
  async queue(rows: readonly DeliveryRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.insert(deliveries, rows);
    this.database.unit.afterCommit(() => this.listener());
  }

  /** What a channel has to send now, the longest waiting first: of each incident only the first that is not through. */
  async due(channel: string, now: Date, limit: number): Promise<Due[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      'SELECT d.* FROM `delivery` d WHERE d.`channel` = ? AND d.`state` = ? AND d.`due_at` <= ? AND NOT EXISTS (' +
        'SELECT 1 FROM `delivery` e WHERE e.`channel` = d.`channel` AND e.`incident_id` = d.`incident_id` ' +
        'AND e.`position` < d.`position` AND e.`state` = ?) ORDER BY d.`due_at` LIMIT ?',
      [channel, 'queued', sqlTime(now), 'queued', limit],
    );
    if (rows.length === 0) return [];
    const found = rows.map((row) => deliveries.fromDatabase(row));
    const ids = found.map(({ noticeId }) => noticeId);
    const stored = await this.database.rows(notices, `WHERE \`id\` IN (${placeholders(ids.length)})`, ids);
    const byId = new Map(stored.map((notice) => [notice.id, notice]));
    return found.flatMap((delivery) => {
      const notice = byId.get(delivery.noticeId);
      return notice ? [{ delivery, notice }] : [];
    });
  }

  /** Counts an attempt and keeps everybody else away until `until`; false when another process was faster. */
  async claim({ channel, incidentId, position, attempts }: DeliveryRow, until: Date): Promise<boolean> {
    const claimed = await this.database.alone(
      'UPDATE `delivery` SET `attempts` = ?, `due_at` = ? ' +
        'WHERE `channel` = ? AND `incident_id` = ? AND `position` = ? AND `state` = ? AND `attempts` = ?',
      [attempts + 1, sqlTime(until), channel, incidentId, position, 'queued', attempts],
    );
    return claimed === 1;
  }

  /** Writes down what became of the attempt that was claimed, unless somebody has claimed it again meanwhile. */
  async settle({ channel, incidentId, position, attempts }: DeliveryRow, outcome: Outcome, at: Date): Promise<void> {
    await this.database.alone(
      'UPDATE `delivery` SET `state` = ?, `reason` = ?, `due_at` = ?, `settled_at` = ? ' +
        'WHERE `channel` = ? AND `incident_id` = ? AND `position` = ? AND `state` = ? AND `attempts` = ?',
      [
        outcome.state,
        outcome.reason ?? null,
        sqlTime(outcome.dueAt),
        outcome.state === 'queued' ? null : sqlTime(at),
        channel,
        incidentId,
        position,
        'queued',
        attempts + 1,
      ],
    );
  }
}
