import type { ConsumedRecord } from './ports.js';

/** What every event carries beside its payload: CloudEvents 1.0, binary mode in the record's headers. */
export interface Envelope {
  /** UUIDv7, the same on every redelivery. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  /** Counts the events of (source, subject) from 1, without holes. */
  readonly sequence: number;
  readonly traceparent?: string;
}

/** Headers of a record. */
export function toHeaders(envelope: Envelope): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: envelope.id,
    ce_source: envelope.source,
    ce_type: envelope.type,
    ce_time: envelope.time,
    ce_subject: envelope.subject,
    ce_sequence: String(envelope.sequence),
    'content-type': 'application/json',
    ...(envelope.traceparent !== undefined && { traceparent: envelope.traceparent }),
  };
}

/** The envelope of a record, or undefined when its headers are not ours. */
export function toEnvelope({ headers }: Pick<ConsumedRecord, 'headers'>): Envelope | undefined {
  const { ce_id: id, ce_source: source, ce_type: type, ce_time: time, ce_subject: subject } = headers;
  const sequence = Number(headers['ce_sequence']);
  if (!id || !source || !type || !time || !subject || !Number.isSafeInteger(sequence) || sequence < 1) return undefined;
  const { traceparent } = headers;
  return { id, source, type, time, subject, sequence, ...(traceparent !== undefined && { traceparent }) };
}
