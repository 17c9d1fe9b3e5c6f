import { Refusal } from '#domain-kit';
import { isTransient, isUnavailable, LostRace, type Database } from '#persistence';
import { toEnvelope } from '../codec.js';
import type { MessagingLog } from '../options.js';
import type { CursorRow, ParkedRow } from '../tables.js';
import { Cursors } from './cursors.js';
import type { Inbox, StreamKey } from './inbox.js';
import { FREES, isForeign, isPast, nextOf, placeOf, recordOf, WHICH } from './parked-row.js';
import type { Parking } from './parking.js';
import { RETRY_MS } from './retries.js';

/** Attempts at an event that waited and fails when its turn comes. */
const ATTEMPTS = RETRY_MS.length + 1;

/** Payload or headers are wrong: no further attempt will help. */
class Unreadable extends Error {}

/** Frees parked events of a stream in order: when the missing one has come, or when an operator decided. */
export class StreamRelease {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly parking: Parking,
    private readonly log: MessagingLog,
  ) {}

  /** Applies what can be applied of one stream, one event per transaction; answers how many left the park. */
  async free(key: StreamKey): Promise<number> {
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
          await this.database.execute(`DELETE FROM \`parked_event\` ${WHICH}`, placeOf(head));
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
        `UPDATE \`parked_event\` SET \`reason\` = ?, \`attempts\` = ?, \`error\` = ? ${WHICH} AND \`attempts\` = ?`,
        [reason, attempts, text, ...placeOf(row), row.attempts],
      );
      if (marked === 1 && waited && final) this.parking.bury({ ...row, reason, attempts, error: text });
    });
  }
}

function deadReason(row: ParkedRow, error: unknown): string {
  if (isForeign(row)) return 'undecodable';
  return error instanceof Unreadable ? 'invalid' : 'rejected';
}
