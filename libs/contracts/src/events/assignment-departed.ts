import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';

/** The unit is on its way (出动). */
export class AssignmentDeparted extends AssignmentFact {
  static override readonly type = 'assignment.departed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The unit is on its way (出动).';
}
