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

/** An identifier as the tables keep it: printable ASCII without spaces, so that databases compare it as code does. */
const WORD = { id: /^[\x21-\x7e]{1,64}$/, source: /^[\x21-\x7e]{1,40}$/, type: /^[\x21-\x7e]{1,80}$/ };
/** Counts from 1 and fits a 32-bit column. */
const SEQUENCE = /^[1-9][0-9]{0,8}$/;
const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

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

/** The envelope of a record, or undefined when its headers are not ours. A trace that is not one is left out. */
export function toEnvelope({ headers }: { readonly headers: Readonly<Record<string, string>> }): Envelope | undefined {
  const id = matching(WORD.id, headers['ce_id']);
  const source = matching(WORD.source, headers['ce_source']);
  const type = matching(WORD.type, headers['ce_type']);
  const subject = matching(WORD.id, headers['ce_subject']);
  const sequence = matching(SEQUENCE, headers['ce_sequence']);
  const time = headers['ce_time'];
  if (!id || !source || !type || !subject || !sequence) return undefined;
  if (time === undefined || Number.isNaN(Date.parse(time))) return undefined;
  const traceparent = matching(TRACEPARENT, headers['traceparent']);
  return { id, source, type, time, subject, sequence: Number(sequence), ...(traceparent && { traceparent }) };
}

/** The key of a record that is no event of ours, where the tables can keep it. */
export const keyOf = ({ key }: { readonly key: string }): string => matching(WORD.id, key) ?? '';

const matching = (pattern: RegExp, text: string | undefined): string | undefined =>
  text !== undefined && pattern.test(text) ? text : undefined;
