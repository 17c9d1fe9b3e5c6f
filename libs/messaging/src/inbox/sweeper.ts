import { placeholders, sqlTime, type Database } from '#persistence';
import { toEnvelope } from '../codec.js';
import type { MessagingLog } from '../ports.js';
import { parkedTable, type ParkedRow } from '../tables.js';
import { Cursors } from './cursors.js';
import type { Inbox, StreamKey } from './inbox.js';
import type { Parking } from './parking.js';

const EVERY_MS = 5000;
/** A gap that stays open this long is reported. */
const ALARM_MS = 30_000;
const WAITS = new Set(['gap', 'behind', 'replay']);

/** Frees parked events in order: when the missing one has come, or when an operator said `replay` or `discard`. */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly parking: Parking,
    private readonly log: MessagingLog,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.turn = this.sweepAll().catch((error: unknown) => this.log.warn('sweep failed', { error: String(error) }));
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Looks at every stream that has something parked. */
  async sweepAll(): Promise<void> {
    const { consumer } = this.inbox.options;
    const keys = await this.database.query<{ source: string; aggregate_id: string; oldest: string }>(
      'SELECT `source`, `aggregate_id`, MIN(`parked_at`) AS oldest FROM `parked_event` ' +
        `WHERE \`consumer\` = ? AND \`reason\` IN (${placeholders(4)}) GROUP BY \`source\`, \`aggregate_id\` LIMIT 200`,
      [consumer, 'gap', 'behind', 'replay', 'discard'],
    );
    const alarm = sqlTime(new Date(Date.now() - ALARM_MS));
    for (const { source, aggregate_id: aggregateId, oldest } of keys) {
      const freed = await this.sweep({ source, aggregateId });
      if (freed === 0 && String(oldest) < alarm)
        this.log.error('events wait for a missing one', { source, aggregateId });
    }
  }

  /** Applies what can be applied of one stream, one event per transaction; answers how many left the park. */
  async sweep(key: StreamKey): Promise<number> {
    for (let freed = 0; ; freed += 1) {
      const left = await this.step(key);
      if (!left) return freed;
    }
  }

  private async step(key: StreamKey): Promise<boolean> {
    let head: ParkedRow | undefined;
    try {
      return await this.database.write(
        async () => {
          const cursors = await Cursors.load(this.database, this.inbox.options.consumer, [key.aggregateId]);
          const cursor = cursors.of(key.source, key.aggregateId);
          const waiting = await this.parking.waiting(key.source, key.aggregateId);
          head = waiting[0];
          if (!head) return false;
          const { aggregateSeq, reason, topic } = head;
          const duplicate = aggregateSeq > 0 && aggregateSeq <= cursor.lastSeq;
          if (!duplicate && reason !== 'discard') {
            if (!WAITS.has(reason) || !this.inbox.follows(topic, cursor, aggregateSeq)) return false;
            await this.replay(head);
          }
          if (aggregateSeq > cursor.lastSeq) cursor.lastSeq = aggregateSeq;
          if (waiting.length === 1) cursor.parked = false;
          await this.remove(head);
          return true;
        },
        { subjects: [key.aggregateId] },
      );
    } catch (error) {
      if (!head) throw error;
      await this.failed(head, error);
      return false;
    }
  }

  private async replay(row: ParkedRow): Promise<void> {
    const envelope = toEnvelope(row);
    const fault = envelope ? await this.inbox.handle(envelope, row.payload) : 'no event headers';
    if (fault !== undefined) throw new Error(fault);
  }

  private async remove({ consumer, topic, partition, offset }: ParkedRow): Promise<void> {
    await this.database.execute(
      'DELETE FROM `parked_event` WHERE `consumer` = ? AND `topic` = ? AND `partition` = ? AND `offset` = ?',
      [consumer, topic, partition, offset],
    );
  }

  private async failed(row: ParkedRow, error: unknown): Promise<void> {
    this.log.error('a parked event failed again', { type: row.type, subject: row.aggregateId, error: String(error) });
    await this.database.write(() =>
      this.database.execute(
        'UPDATE `parked_event` SET `reason` = ?, `attempts` = `attempts` + 1, `error` = ? ' +
          'WHERE `consumer` = ? AND `topic` = ? AND `partition` = ? AND `offset` = ?',
        ['rejected', String(error), row.consumer, row.topic, row.partition, row.offset],
      ),
    );
  }
}

/** What an operator may do with parked events; the service's sweeper carries it out within seconds. */
export class ParkedEvents {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  list(most = 200): Promise<ParkedRow[]> {
    return this.database.rows(parkedTable, 'ORDER BY `parked_at`, `aggregate_seq` LIMIT ?', [most]);
  }

  /** Asks for another attempt at everything parked of an aggregate; answers how many events that concerns. */
  replay(aggregateId: string): Promise<number> {
    return this.mark('replay', aggregateId, "AND `reason` IN ('invalid', 'rejected', 'undecodable')");
  }

  /** Gives up the event that blocks an aggregate; what waits behind it goes on. */
  discard(aggregateId: string): Promise<number> {
    return this.mark('discard', aggregateId, "AND `reason` IN ('invalid', 'rejected', 'undecodable')");
  }

  private mark(reason: 'replay' | 'discard', aggregateId: string, which: string): Promise<number> {
    return this.database.write(() =>
      this.database.execute(`UPDATE \`parked_event\` SET \`reason\` = ? WHERE \`aggregate_id\` = ? ${which}`, [
        reason,
        aggregateId,
      ]),
    );
  }
}
