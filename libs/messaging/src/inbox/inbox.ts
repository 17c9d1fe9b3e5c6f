import { decodeEvent, type DomainEvent } from '#contracts';
import { actingAs, failpoint, type Database } from '#persistence';
import { toEnvelope, type Envelope } from '../codec.js';
import type { TraceCarrier } from '../options.js';
import type { ConsumedRecord } from '../ports.js';
import type { CursorRow } from '../tables.js';
import { Cursors, type CursorHome } from './cursors.js';
import type { Parking } from './parking.js';

/** What a handler gets beside the event. */
export type EventContext = Envelope;

/** Handles one event inside the chunk's unit of work. */
export type EventHandler = (event: DomainEvent, context: EventContext) => Promise<void>;

/** What a service consumes. */
export interface InboxOptions extends CursorHome {
  /** Sources consumed, by full topic name; events of other sources are passed over. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Full names of topics that may have holes in their sequence. */
  readonly compacted: ReadonlySet<string>;
  handlerOf(type: string): EventHandler | undefined;
  /** Whether this service handles every event that a source publishes on a topic. Default: it does. */
  handlesAll?(topic: string, source: string): boolean;
  readonly trace: TraceCarrier;
}

/** One aggregate's events of one source. */
export interface StreamKey {
  readonly source: string;
  readonly aggregateId: string;
}

/** Something that came in: a record off a topic, or an event of the same process. */
export interface Incoming {
  /** Undefined when it is no event of ours. */
  readonly envelope: Envelope | undefined;
  readonly topic: string;
  /** The event itself, where nobody had to write it down. */
  readonly event?: DomainEvent;
  /** As it would be kept if it had to be set aside. */
  record(): ConsumedRecord;
}

/** A record off a topic. */
export const incoming = (record: ConsumedRecord): Incoming => ({
  envelope: toEnvelope(record),
  topic: record.topic,
  record: () => record,
});

/** Applies events in one unit of work: every effect once, in order per aggregate and source, by a cursor. */
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly parking: Parking,
    readonly options: InboxOptions,
  ) {}

  /** Applies a chunk, all or nothing. Answers the streams whose missing event has come. */
  async apply(records: readonly ConsumedRecord[]): Promise<StreamKey[]> {
    const all = records.map(incoming).filter(({ envelope, topic }) => !envelope || this.concerns(topic, envelope));
    // On a shared stream most of what comes may be somebody else's business: it costs no transaction.
    if (all.length === 0) return [];
    const subjects = subjectsOf(all);
    const found = await this.database.write(
      async () => {
        const cursors = await Cursors.load(this.database, this.options, subjects);
        const freed = await this.applyAll(all, cursors);
        failpoint('inbox.handled');
        return freed;
      },
      { subjects },
    );
    failpoint('inbox.committed');
    return found;
  }

  /** Applies what came in, in order, in the open unit of work. Answers the streams whose missing event has come. */
  async applyAll(all: readonly Incoming[], cursors: Cursors): Promise<StreamKey[]> {
    const freed: StreamKey[] = [];
    for (const one of all) {
      const { envelope } = one;
      if (!envelope) await this.setAside(one.record());
      else if (await this.applyOne(one, envelope, cursors)) {
        freed.push({ source: envelope.source, aggregateId: envelope.subject });
      }
    }
    return freed;
  }

  /** Sets a record aside after its handler failed for good, in a unit of work of its own. */
  async reject(record: ConsumedRecord, fault: { error: string; attempts: number }): Promise<void> {
    const envelope = toEnvelope(record);
    await this.database.write(async () => {
      if (!envelope) return this.setAside(record);
      const cursors = await Cursors.load(this.database, this.options, [envelope.subject]);
      const cursor = cursors.of(envelope.source, envelope.subject);
      if (envelope.sequence <= cursor.lastSeq || (await this.parking.holdsEvent(envelope))) return;
      cursor.parked = true;
      this.parking.park(record, envelope, 'rejected', fault);
    });
  }

  /** Whether this service does anything about such an event. */
  handles(topic: string, { source, type }: Pick<Envelope, 'source' | 'type'>): boolean {
    return (this.options.sources.get(topic)?.has(source) ?? false) && this.options.handlerOf(type) !== undefined;
  }

  /** Whether this service must take notice of an event. */
  concerns(topic: string, { source, type }: Pick<Envelope, 'source' | 'type'>): boolean {
    if (!this.options.sources.get(topic)?.has(source)) return false;
    return this.countsAll(topic, source) || this.options.handlerOf(type) !== undefined;
  }

  /** Runs the handler of an event; answers what is wrong with the payload instead, if anything. */
  async handle(envelope: Envelope, one: Pick<Incoming, 'event' | 'record'>): Promise<string | undefined> {
    const handler = this.options.handlerOf(envelope.type);
    if (!handler) return undefined;
    const decoded = one.event ?? decode(envelope.type, one.record().value);
    if (typeof decoded === 'string') return decoded;
    await this.options.trace.continue(envelope.traceparent, () =>
      actingAs(`event:${envelope.id}`, () => handler(decoded, envelope)),
    );
    return undefined;
  }

  /** Whether an event may follow the cursor. */
  follows(topic: string, { source, lastSeq, parked }: CursorRow, sequence: number): boolean {
    if (this.countsAll(topic, source)) return sequence === lastSeq + 1;
    // Where holes mean nothing, what is parked is known by the cursor alone; a newer state of a unit need not wait for it.
    return sequence > lastSeq && (!parked || this.options.compacted.has(topic));
  }

  /**
   * Whether each event of a source must be seen here, so that a hole shows. Where a service handles only some of them the
   * others cost it nothing, not even a cursor, and holes mean nothing.
   */
  private countsAll(topic: string, source: string): boolean {
    return !this.options.compacted.has(topic) && (this.options.handlesAll?.(topic, source) ?? true);
  }

  /** Parks a record that is no event of ours; nothing waits behind it. It may come again and is kept once. */
  private async setAside(record: ConsumedRecord): Promise<void> {
    if (await this.parking.holds(record)) return;
    this.parking.park(record, undefined, 'undecodable', { error: 'no event headers', attempts: 1 });
  }

  /** Answers true when the event was the one that parked successors wait for. */
  private async applyOne(one: Incoming, envelope: Envelope, cursors: Cursors): Promise<boolean> {
    const cursor = cursors.of(envelope.source, envelope.subject, envelope.sequence);
    if (envelope.sequence <= cursor.lastSeq) return false;
    if (cursor.parked && (await this.parking.holdsEvent(envelope))) return false;
    if (!this.follows(one.topic, cursor, envelope.sequence)) {
      this.parking.park(one.record(), envelope, cursor.parked ? 'behind' : 'gap', { error: '', attempts: 0 });
      cursor.parked = true;
      return false;
    }
    const fault = await this.handle(envelope, one);
    if (fault !== undefined) {
      this.parking.park(one.record(), envelope, 'invalid', { error: fault, attempts: 1 });
      cursor.parked = true;
      return false;
    }
    cursor.lastSeq = envelope.sequence;
    return cursor.parked;
  }
}

/** The aggregates that these are about. */
export const subjectsOf = (all: readonly Incoming[]): string[] => [
  ...new Set(all.flatMap(({ envelope }) => envelope?.subject ?? [])),
];

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
