import { AssignmentFact } from '../parts.js';
import { INCIDENTS } from '../streams.js';

/** The assignment was called back: cancelled, merged, or enough force. */
export class AssignmentRecalled extends AssignmentFact {
  static override readonly type = 'assignment.recalled.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The assignment was called back: cancelled, merged, or enough force.';
}
