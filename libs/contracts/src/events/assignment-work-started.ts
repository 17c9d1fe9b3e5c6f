import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';

/** The unit works on the incident (处置). */
export class AssignmentWorkStarted extends AssignmentFact {
  static override readonly type = 'assignment.work-started.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The unit works on the incident (处置).';
}
