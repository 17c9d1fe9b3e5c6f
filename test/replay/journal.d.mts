import type { Hold } from './verdict.mjs';

export class Journal {
  readonly holds: ReadonlyMap<string, Hold>;
  seen(assignmentId: string, unitId: string, incidentId: string, ending: boolean): boolean;
  mayEnd(assignmentId: string): void;
}
