import { eventClassOf, type DomainEvent } from '#contracts';
import { AuditTrail, newId, sha256Of, type Database, type RowStates } from '#persistence';
import type { EventChain } from '../adapters/in-process/event-chain.js';
import type { TraceCarrier } from '../options.js';
import { outboxTable, type OutboxRow } from '../tables.js';
import { payloadOf, toOutboxRow, type PublishedEvent } from './published-event.js';
import type { Relay } from './relay.js';
import type { SentRows } from './sent-rows.js';

/** An aggregate whose version counts its events. */
export interface Versioned {
  readonly id: string;
  version: number;
}

/** Publishes events with the transaction that causes them. */
export class Outbox {
  private listener: () => void = () => undefined;
  private chain: EventChain | undefined;
  private sent: SentRows | undefined;
  private readonly trail: AuditTrail;

  constructor(
    private readonly database: Database,
    private readonly source: string,
    private readonly topicPrefix: string,
    private readonly trace: TraceCarrier,
  ) {
    this.trail = AuditTrail.of(database);
  }

  /**
   * Adds an event about an aggregate, with its audit entry, and moves the aggregate's version, which is the event's
   * sequence. `states` are the rows that the audit trail is to know (`StatedRows`).
   */
  publish(aggregate: Versioned, event: DomainEvent, states?: RowStates): void {
    const { type, stream, source } = eventClassOf(event);
    if (source !== this.source) throw new Error(`${type} is not published by ${this.source}`);
    const now = new Date();
    const traceparent = this.trace.current();
    const sequence = aggregate.version + 1;
    const id = newId();
    const published: PublishedEvent = {
      topic: `${this.topicPrefix}${stream.name}`,
      aggregateType: stream.aggregate,
      envelope: {
        id,
        source,
        type,
        time: now.toISOString(),
        subject: aggregate.id,
        sequence,
        ...(traceparent !== undefined && { traceparent }),
      },
      event,
    };
    this.database.unit.collect(this, 'outbox', (events) => this.pass(events), [published]);
    const payload = sha256Of(payloadOf(event));
    const said = { act: type, object: id, payload, ...(states && { detail: { states } }) };
    this.trail.record({ subject: aggregate.id, ...said, at: now, opens: sequence === 1 });
    aggregate.version = sequence;
  }

  /** Adds rows that are not events of this service's own aggregates (dead letters); on a chain nobody reads those. */
  append(rows: readonly OutboxRow[]): void {
    if (this.chain?.whole) return;
    this.database.unit.collect(outboxTable, 'outbox', (collected) => this.store(collected), rows);
  }

  /** Hands events over inside the transaction, as long as all who read them take part. */
  handOverTo(chain: EventChain): void {
    this.chain = chain;
    chain.begin(this.database);
  }

  private pass(events: readonly PublishedEvent[]): Promise<void> {
    if (!this.chain?.whole) return this.store(events.map(toOutboxRow));
    this.chain.publish(this.database.unit, events);
    return Promise.resolve();
  }

  private async store(rows: readonly OutboxRow[]): Promise<void> {
    const { unit } = this.database;
    unit.local('outbox nudge', () => unit.afterCommit(() => this.listener()));
    await this.sent?.deleteWith(unit);
    await this.database.insert(outboxTable, rows);
  }

  /** Tells the relay that rows were committed, and deletes with later ones what it has sent meanwhile. */
  sentBy(relay: Pick<Relay, 'nudge' | 'sent'>): void {
    this.sent = relay.sent;
    this.listener = () => relay.nudge();
  }
}
