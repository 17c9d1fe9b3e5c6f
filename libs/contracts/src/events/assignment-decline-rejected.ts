import { IsInt, IsOptional } from 'class-validator';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';

/** The dispatcher refused the decline; the assignment stands. */
export class AssignmentDeclineRejected extends AssignmentFact {
  static override readonly type = 'assignment.decline-rejected.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The dispatcher refused the decline; the assignment stands.';

  /** How often the release was asked for and decided, with this; what a decision about it names. Events of before lack it. */
  @IsOptional() @IsInt() version?: number;
}
