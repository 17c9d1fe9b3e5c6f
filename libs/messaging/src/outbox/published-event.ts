import type { DomainEvent } from '#contracts';
import { toHeaders, type Envelope } from '../codec.js';
import type { OutboxRow } from '../tables.js';

/** An event as its publisher made it, on its way to those who handle it. */
export interface PublishedEvent {
  readonly topic: string;
  /** Kind of thing that the event is about, e.g. `incident`. */
  readonly aggregateType: string;
  readonly envelope: Envelope;
  /** Text where it was read back and is not what its type says. */
  readonly event: DomainEvent | string;
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
  payload: payloadOf(event),
  createdAt: new Date(envelope.time),
});

/** The event as it is written down. */
export const payloadOf = (event: PublishedEvent['event']): string =>
  typeof event === 'string' ? event : JSON.stringify(event);
