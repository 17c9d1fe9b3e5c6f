import { ClockFact } from '../facts/clock-fact.js';
import { INCIDENTS } from '../streams.js';

/** The limit passed; the duty leader of the unit, later the duty chief, is told. */
export class ClockBreached extends ClockFact {
  static override readonly type = 'clock.breached.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description =
    'The limit passed; the duty leader of the unit, later the duty chief, is told.';
}
