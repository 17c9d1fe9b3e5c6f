import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';

/** The unit is on the scene (到场). */
export class AssignmentArrived extends AssignmentFact {
  static override readonly type = 'assignment.arrived.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The unit is on the scene (到场).';
}
