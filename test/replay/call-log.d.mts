/** A unit of a call; times are ms after the receipt of the call. */
export interface CallUnit {
  sentAfter: number;
  departedAfter?: number;
  arrivedAfter?: number;
  freeAfter?: number;
}

export interface Point {
  longitude: number;
  latitude: number;
}

/** A call of a log; `at` is ms since 1970. */
export interface Call {
  id: string;
  at: number;
  kind: string;
  place?: Point;
  area?: string;
  outcome: string;
  cancelled: boolean;
  regrade?: string;
  units: CallUnit[];
}

export class CallLog {
  constructor(limit?: number);
  rows: number;
  calls: Call[];
  skipped: Record<string, number>;
  mended: Record<string, number>;
  unitNames: Set<string>;
  readonly skippedRows: number;
  readonly peakPerMinute: number;
}

export const MINUTE: number;
export function mostWithin(times: readonly number[], windowMs: number): number;
