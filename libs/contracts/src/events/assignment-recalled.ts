import { IsIn, IsOptional } from 'class-validator';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';
import { ASSIGNMENT_STATES, type AssignmentState } from '../vocabulary.js';

/** The assignment was called back: cancelled, merged, or enough force. */
export class AssignmentRecalled extends AssignmentFact {
  static override readonly type = 'assignment.recalled.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The assignment was called back: cancelled, merged, or enough force.';

  /** How far the unit had come when it was called back; absent on recalls of the time when it was not said. */
  @IsOptional() @IsIn(ASSIGNMENT_STATES) from?: AssignmentState;
}
