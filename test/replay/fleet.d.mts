import type { Point } from './call-log.mjs';
import type { CompleteCall } from './demand.mjs';

export interface FleetUnit extends Point {
  id: string;
  name: string;
  discipline: string;
  capacity: 1;
  jurisdictions: string[];
}

export function fleetFor(
  calls: readonly CompleteCall[],
  named: number,
  disciplinesOf: (call: CompleteCall) => string[],
  placeOf: (call: CompleteCall) => Point,
  jurisdictionAt: (place: Point) => string | undefined,
): FleetUnit[];
