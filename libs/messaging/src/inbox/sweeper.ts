import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#domain-kit';
import {
  every,
  isTransient,
  isUnavailable,
  LostRace,
  placeholders,
  sqlTime,
  type Database,
  type Repeating,
} from '#persistence';
import { toEnvelope } from '../codec.js';
import type { ConsumedRecord, MessagingLog } from '../ports.js';
import type { CursorRow, ParkedRow } from '../tables.js';
import { Cursors } from './cursors.js';
import type { Inbox, StreamKey } from './inbox.js';
import type { Parking } from './parking.js';
import { RETRY_MS } from './retries.js';

const EVERY_MS = 5000;
/** A gap that stays open this long is reported. */
const ALARM_MS = 30_000;
/** Streams looked at per turn; the next turn goes on where this one ended. */
const STREAMS = 200;
/** Attempts at an event that waited and fails when its turn comes. */
const ATTEMPTS = RETRY_MS.length + 1;
/** What a sweep may free: events that wait, and those an operator decided about. */
const FREES = ['gap', 'behind', 'replay', 'accept', 'discard'];

/** Payload or headers are wrong: no further attempt will help. */
class Unreadable extends Error {}

/** Frees parked events in order: when the missing one has come, or when an operator decided. */
export class Sweeper {
  private sweeping: Repeating | undefined;
  private readonly stopping = new AbortController();
  private readonly trying = new Set<Promise<void>>();
  private after = '';

  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly parking: Parking,
    private readonly log: MessagingLog,
  ) {}

  start(): void {
    this.sweeping = every(EVERY_MS, () => this.sweepAll(), { report: (error) => this.warn(error) });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.sweeping?.stop();
    await Promise.all(this.trying);
  }

  /** Tries a stream whose first event failed a few more times within seconds, instead of at the next sweep. */
  trySoon(key: StreamKey): void {
    const trying = this.tryAgain(key).catch((error: unknown) => this.warn(error));
    this.trying.add(trying);
    void trying.finally(() => this.trying.delete(trying));
  }

  private async tryAgain(key: StreamKey): Promise<void> {
    for (const wait of RETRY_MS) {
      await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted || (await this.sweep(key)) > 0) return;
    }
  }

  private warn(error: unknown): void {
    this.log.warn('sweep failed', { error: String(error) });
  }

  /** Looks at the streams that have something parked, the next 200 of them. */
  async sweepAll(): Promise<void> {
    const keys = await this.database.query<{ source: string; aggregate_id: string; oldest: string }>(
      'SELECT `source`, `aggregate_id`, MIN(`parked_at`) AS oldest FROM `parked_event` ' +
        `WHERE \`consumer\` = ? AND \`aggregate_id\` >= ? AND \`reason\` IN (${placeholders(FREES.length)}) ` +
        `GROUP BY \`source\`, \`aggregate_id\` ORDER BY \`aggregate_id\` LIMIT ${STREAMS}`,
      [this.inbox.options.consumer, this.after, ...FREES],
    );
    this.after = keys.length === STREAMS ? (keys.at(-1)?.aggregate_id ?? '') : '';
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
      if (!(await this.step(key))) return freed;
    }
  }

  private async step(key: StreamKey): Promise<boolean> {
    let head: ParkedRow | undefined;
    try {
      return await this.database.write(
        async () => {
          const cursors = await Cursors.load(this.database, this.inbox.options, [key.aggregateId]);
          const cursor = cursors.of(key.source, key.aggregateId);
          const waiting = await this.parking.waiting(key.source, key.aggregateId);
          head = nextOf(waiting);
          if (!head || !this.mayLeave(head, cursor)) return false;
          if (head.reason !== 'discard' && !isPast(head, cursor)) await this.replay(head);
          if (head.aggregateSeq > cursor.lastSeq) cursor.lastSeq = head.aggregateSeq;
          if (waiting.length === 1) cursor.parked = false;
          await this.remove(head);
          return true;
        },
        { subjects: [key.aggregateId] },
      );
    } catch (error) {
      const passing = isTransient(error) || isUnavailable(error) || error instanceof LostRace;
      if (!head || passing) throw error;
      await this.failed(head, error);
      return false;
    }
  }

  private mayLeave(head: ParkedRow, cursor: CursorRow): boolean {
    if (isPast(head, cursor) || head.reason === 'discard' || head.reason === 'accept') return true;
    if (!FREES.includes(head.reason)) return false;
    return isForeign(head) || this.inbox.follows(head.topic, { ...cursor, parked: false }, head.aggregateSeq);
  }

  private async replay(row: ParkedRow): Promise<void> {
    const envelope = toEnvelope(row);
    const fault = envelope ? await this.inbox.handle(envelope, { record: () => recordOf(row) }) : 'no event headers';
    if (fault !== undefined) throw new Unreadable(fault);
  }

  private async remove({ consumer, topic, partition, offset }: ParkedRow): Promise<void> {
    await this.database.execute(
      'DELETE FROM `parked_event` WHERE `consumer` = ? AND `topic` = ? AND `partition` = ? AND `offset` = ?',
      [consumer, topic, partition, offset],
    );
  }

  /** An event that merely waited is tried again by later sweeps; then, or when it is refused, it is dead. */
  private async failed(row: ParkedRow, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    const final = attempts >= ATTEMPTS || error instanceof Refusal || error instanceof Unreadable;
    const waited = row.reason === 'gap' || row.reason === 'behind' || row.reason === 'accept';
    const reason = waited && !final ? row.reason : deadReason(row, error);
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.log.error('a parked event failed', {
      type: row.type,
      subject: row.aggregateId,
      attempts,
      reason,
      error: text,
    });
    await this.database.write(async () => {
      const marked = await this.database.execute(
        'UPDATE `parked_event` SET `reason` = ?, `attempts` = ?, `error` = ? ' +
          'WHERE `consumer` = ? AND `topic` = ? AND `partition` = ? AND `offset` = ? AND `attempts` = ?',
        [reason, attempts, text, row.consumer, row.topic, row.partition, row.offset, row.attempts],
      );
      if (marked === 1 && waited && final) this.parking.bury({ ...row, reason, attempts, error: text });
    });
  }
}

const recordOf = ({ topic, partition, offset, aggregateId, headers, payload }: ParkedRow): ConsumedRecord => ({
  topic,
  partition,
  offset,
  key: aggregateId,
  headers,
  value: payload,
});

/** A record without event headers: it belongs to no stream, so nothing waits behind it. */
const isForeign = (row: ParkedRow): boolean => row.aggregateSeq === 0;

const isPast = (row: ParkedRow, cursor: CursorRow): boolean => !isForeign(row) && row.aggregateSeq <= cursor.lastSeq;

/** The oldest of a stream; of records that belong to none, the first that somebody decided about. */
const nextOf = (waiting: readonly ParkedRow[]): ParkedRow | undefined =>
  waiting.find((row) => !isForeign(row) || FREES.includes(row.reason));

function deadReason(row: ParkedRow, error: unknown): string {
  if (isForeign(row)) return 'undecodable';
  return error instanceof Unreadable ? 'invalid' : 'rejected';
}
