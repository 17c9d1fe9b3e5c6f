import { v7 as uuidv7 } from 'uuid';
import { eventClassOf, type DomainEvent } from '#contracts';
import type { Database } from '#persistence';
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

  constructor(
    private readonly database: Database,
    private readonly source: string,
    private readonly topicPrefix: string,
    private readonly trace: TraceCarrier,
  ) {}

  /** Adds an event about an aggregate and moves the aggregate's version, which is the event's sequence. */
  publish(aggregate: Versioned, event: DomainEvent): void {
    const eventClass = eventClassOf(event);
    if (eventClass.source !== this.source) throw new Error(`${eventClass.type} is not published by ${this.source}`);
    aggregate.version += 1;
    const now = new Date();
    const traceparent = this.trace.current();
    const id = uuidv7();
    this.collected().push({
      seq: 0,
      id,
      topic: `${this.topicPrefix}${eventClass.stream.name}`,
      aggregateType: eventClass.stream.aggregate,
      aggregateId: aggregate.id,
      aggregateSeq: aggregate.version,
      type: eventClass.type,
      headers: toHeaders({
        id,
        source: this.source,
        type: eventClass.type,
        time: now.toISOString(),
        subject: aggregate.id,
        sequence: aggregate.version,
        ...(traceparent !== undefined && { traceparent }),
      }),
      payload: JSON.stringify(event),
      createdAt: now,
    });
  }

  /** Adds rows that are not events of this service's own aggregates (dead letters). */
  append(rows: readonly OutboxRow[]): void {
    this.collected().push(...rows);
  }

  /** Who wants to know that rows were committed. */
  onCommitted(listener: () => void): void {
    this.listener = listener;
  }

  private collected(): OutboxRow[] {
    const { unit } = this.database;
    return unit.local(this, () => {
      const rows: OutboxRow[] = [];
      unit.beforeCommit('outbox', () => this.database.insert(outboxTable, rows));
      unit.afterCommit(() => this.listener());
      return rows;
    });
  }
}
