import { eventClassOf, type DomainEvent } from '#contracts';
import { AuditTrail, newId, type Database } from '#persistence';
import { toHeaders } from '../codec.js';
import type { TraceCarrier } from '../ports.js';
import { outboxTable, type OutboxRow } from '../tables.js';

/** An aggregate whose version counts its events. */
export interface Versioned {
  readonly id: string;
  version: number;
}

/** Publishes events with the transaction that causes them. */
export class Outbox {
  private listener: () => void = () => undefined;
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
   * sequence.
   */
  publish(aggregate: Versioned, event: DomainEvent): void {
    const eventClass = eventClassOf(event);
    if (eventClass.source !== this.source) throw new Error(`${eventClass.type} is not published by ${this.source}`);
    const now = new Date();
    const traceparent = this.trace.current();
    const id = newId();
    const sequence = aggregate.version + 1;
    const row: OutboxRow = {
      seq: 0,
      id,
      topic: `${this.topicPrefix}${eventClass.stream.name}`,
      aggregateType: eventClass.stream.aggregate,
      aggregateId: aggregate.id,
      aggregateSeq: sequence,
      type: eventClass.type,
      headers: toHeaders({
        id,
        source: this.source,
        type: eventClass.type,
        time: now.toISOString(),
        subject: aggregate.id,
        sequence,
        ...(traceparent !== undefined && { traceparent }),
      }),
      payload: JSON.stringify(event),
      createdAt: now,
    };
    this.append([row]);
    this.trail.record({ subject: aggregate.id, act: row.type, object: id, at: now, opens: sequence === 1 });
    aggregate.version = sequence;
  }

  /** Adds rows that are not events of this service's own aggregates (dead letters). */
  append(rows: readonly OutboxRow[]): void {
    const { unit } = this.database;
    unit.local('outbox nudge', () => unit.afterCommit(() => this.listener()));
    unit.collect(this, 'outbox', (collected) => this.database.insert(outboxTable, collected), rows);
  }

  /** Who wants to know that rows were committed. */
  onCommitted(listener: () => void): void {
    this.listener = listener;
  }
}
