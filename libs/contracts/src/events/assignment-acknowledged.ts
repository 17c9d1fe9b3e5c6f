import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';

/** A member of the unit took the assignment (签收). */
export class AssignmentAcknowledged extends AssignmentFact {
  static override readonly type = 'assignment.acknowledged.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'A member of the unit took the assignment (签收).';
}
