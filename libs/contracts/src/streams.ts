import type { ServiceName } from './vocabulary.js';

/** A stream is one topic; everything about one aggregate has one key there, so a cause always precedes its effect. */
export interface Stream {
  /** Topic name without the deployment's prefix. */
  readonly name: string;
  /** What the key identifies; stored as `aggregate_type` in the outbox. */
  readonly aggregate: 'incident' | 'unit' | 'enterprise' | 'account';
  /** Only the newest event per key and source is kept: a consumer must accept holes in the sequence. */
  readonly compacted: boolean;
  readonly partitions: number;
  /** The services that read it; a record has arrived once all of them have it. */
  readonly readers: readonly ServiceName[];
}

/** The whole life of an incident: report, dispatch, assignments, clocks, case, loss, advice. */
export const INCIDENTS = {
  name: 'incidents.v1',
  aggregate: 'incident',
  compacted: false,
  partitions: 12,
  readers: ['intake', 'routing', 'cases', 'notifications'],
} as const satisfies Stream;
/** Duty, capability and position of units. */
export const UNITS = {
  name: 'units.v1',
  aggregate: 'unit',
  compacted: true,
  partitions: 12,
  readers: ['notifications'],
} as const satisfies Stream;
/** The enterprise directory. */
export const ENTERPRISES = {
  name: 'enterprises.v1',
  aggregate: 'enterprise',
  compacted: true,
  partitions: 12,
  readers: [],
} as const satisfies Stream;
/** Accounts as far as other services need to know them; no secret of an account is in it. */
export const ACCOUNTS = {
  name: 'accounts.v1',
  aggregate: 'account',
  compacted: true,
  partitions: 12,
  readers: ['intake', 'cases'],
} as const satisfies Stream;

export const STREAMS: readonly Stream[] = [INCIDENTS, UNITS, ENTERPRISES, ACCOUNTS];
