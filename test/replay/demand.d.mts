import type { Call, CallLog, CallUnit } from './call-log.mjs';

export type BusyUnit = CallUnit & { freeAfter: number };

/** A call whose demand is known in full; `extra(n)` is a unit of ours beyond those that the log names. */
export interface CompleteCall extends Call {
  units: BusyUnit[];
  extra(at: number): BusyUnit;
}

export function completeDemand(log: Pick<CallLog, 'calls'>): CompleteCall[];
