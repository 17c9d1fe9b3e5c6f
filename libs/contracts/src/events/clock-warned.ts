import { ClockFact } from '../facts/clock-fact.js';
import { INCIDENTS } from '../streams.js';

/** Half of the limit is used up; the unit is reminded. */
export class ClockWarned extends ClockFact {
  static override readonly type = 'clock.warned.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'Half of the limit is used up; the unit is reminded.';
}
