import { decodeEvent, type DomainEvent } from '#contracts';
import { actingAs, failpoint, type Database } from '#persistence';
import { toEnvelope, type Envelope } from '../codec.js';
import type { ConsumedRecord, TraceCarrier } from '../ports.js';
import type { CursorRow } from '../tables.js';
import { Cursors } from './cursors.js';
import type { Parking } from './parking.js';

/** What a handler gets beside the event. */
export type EventContext = Envelope;

/** Handles one event inside the chunk's unit of work. */
export type EventHandler = (event: DomainEvent, context: EventContext) => Promise<void>;

/** What a service consumes. */
export interface InboxOptions {
  readonly consumer: string;
  /** Sources consumed, by full topic name; events of other sources are passed over. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Full names of topics that may have holes in their sequence. */
  readonly compacted: ReadonlySet<string>;
  handlerOf(type: string): EventHandler | undefined;
  readonly trace: TraceCarrier;
}

/** One aggregate's events of one source. */
export interface StreamKey {
  readonly source: string;
  readonly aggregateId: string;
}

/** Applies records in one unit of work: every effect once, in order per aggregate and source, by a cursor. */
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly parking: Parking,
    readonly options: InboxOptions,
  ) {}

  /** Applies a chunk, all or nothing. Answers the streams whose missing event has come. */
  async apply(records: readonly ConsumedRecord[]): Promise<StreamKey[]> {
    const pairs = records
      .map((record) => ({ record, envelope: toEnvelope(record) }))
      .filter(({ record, envelope }) => !envelope || this.consumes(record, envelope));
    // On a shared stream most of what comes may be somebody else's business: it costs no transaction.
    if (pairs.length === 0) return [];
    const subjects = [...new Set(pairs.flatMap(({ envelope }) => envelope?.subject ?? []))];
    const found = await this.database.write(
      async () => {
        const cursors = await Cursors.load(this.database, this.options.consumer, subjects);
        const freed: StreamKey[] = [];
        for (const { record, envelope } of pairs) {
          if (!envelope) await this.setAside(record);
          else if (await this.applyOne(record, envelope, cursors)) {
            freed.push({ source: envelope.source, aggregateId: envelope.subject });
          }
        }
        failpoint('inbox.handled');
        return freed;
      },
      { subjects },
    );
    failpoint('inbox.committed');
    return found;
  }

  /** Sets a record aside after its handler failed for good, in a unit of work of its own. */
  async reject(record: ConsumedRecord, fault: { error: string; attempts: number }): Promise<void> {
    const envelope = toEnvelope(record);
    await this.database.write(async () => {
      if (!envelope) return this.setAside(record);
      const cursors = await Cursors.load(this.database, this.options.consumer, [envelope.subject]);
      const cursor = cursors.of(envelope.source, envelope.subject);
      if (envelope.sequence <= cursor.lastSeq || (await this.parking.holdsEvent(envelope))) return;
      cursor.parked = true;
      this.parking.park(record, envelope, 'rejected', fault);
    });
  }

  /** Runs the handler of a decoded event; answers what is wrong with the payload instead, if anything. */
  async handle(envelope: Envelope, payload: string | null): Promise<string | undefined> {
    const handler = this.options.handlerOf(envelope.type);
    if (!handler) return undefined;
    const decoded = decode(envelope.type, payload);
    if (typeof decoded === 'string') return decoded;
    await this.options.trace.continue(envelope.traceparent, () =>
      actingAs(`event:${envelope.id}`, () => handler(decoded, envelope)),
    );
    return undefined;
  }

  /** Whether an event may follow the cursor. */
  follows(topic: string, cursor: CursorRow, sequence: number): boolean {
    return this.options.compacted.has(topic) ? sequence > cursor.lastSeq : sequence === cursor.lastSeq + 1;
  }

  private consumes({ topic }: ConsumedRecord, { source }: Envelope): boolean {
    return this.options.sources.get(topic)?.has(source) ?? false;
  }

  /** Parks a record that is no event of ours; nothing waits behind it. It may come again and is kept once. */
  private async setAside(record: ConsumedRecord): Promise<void> {
    if (await this.parking.holds(record)) return;
    this.parking.park(record, undefined, 'undecodable', { error: 'no event headers', attempts: 1 });
  }

  /** Answers true when the event was the one that parked successors wait for. */
  private async applyOne(record: ConsumedRecord, envelope: Envelope, cursors: Cursors): Promise<boolean> {
    const cursor = cursors.of(envelope.source, envelope.subject);
    if (envelope.sequence <= cursor.lastSeq) return false;
    if (cursor.parked && (await this.parking.holdsEvent(envelope))) return false;
    if (!this.follows(record.topic, cursor, envelope.sequence)) {
      this.parking.park(record, envelope, cursor.parked ? 'behind' : 'gap', { error: '', attempts: 0 });
      cursor.parked = true;
      return false;
    }
    const fault = await this.handle(envelope, record.value);
    if (fault !== undefined) {
      this.parking.park(record, envelope, 'invalid', { error: fault, attempts: 1 });
      cursor.parked = true;
      return false;
    }
    cursor.lastSeq = envelope.sequence;
    return cursor.parked;
  }
}

function decode(type: string, payload: string | null): DomainEvent | string {
  let json: unknown;
  try {
    json = JSON.parse(payload ?? '');
  } catch {
    return 'payload is not JSON';
  }
  const decoded = decodeEvent(type, json);
  if (decoded.kind === 'event') return decoded.event;
  return decoded.kind === 'invalid' ? decoded.faults.join('; ') : `unknown type ${type}`;
}
