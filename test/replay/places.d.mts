import type { Call, Point } from './call-log.mjs';

export function movedPlaces(calls: readonly Call[]): { moved: Record<string, unknown>; at(call: Call): Point };
