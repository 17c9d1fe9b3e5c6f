import type { DomainEvent } from '#contracts';
import { toHeaders, type Envelope } from '../codec.js';
import type { OutboxRow } from '../tables.js';

/** An event as its publisher made it, on its way to those who handle it. */
export interface PublishedEvent {
  readonly topic: string;
  /** Kind of thing that the event is about, e.g. `incident`. */
  readonly aggregateType: string;
  readonly envelope: Envelope;
  readonly event: DomainEvent;
}

/** The event as a row of the outbox. */
export const toOutboxRow = ({ topic, aggregateType, envelope, event }: PublishedEvent): OutboxRow => ({
  seq: 0,
  id: envelope.id,
  topic,
  aggregateType,
  aggregateId: envelope.subject,
  aggregateSeq: envelope.sequence,
  type: envelope.type,
  headers: toHeaders(envelope),
  payload: JSON.stringify(event),
  createdAt: new Date(envelope.time),
});
