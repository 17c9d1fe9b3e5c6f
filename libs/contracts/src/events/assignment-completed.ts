import { IsIn, IsOptional, IsString } from 'class-validator';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';
import { OUTCOMES, type Outcome } from '../vocabulary.js';

/** Final feedback; the unit is free again. The lead's carries the outcome of the incident. */
export class AssignmentCompleted extends AssignmentFact {
  static override readonly type = 'assignment.completed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The unit gave its final feedback and is free again.';

  @IsString() text!: string;
  /** Only from the lead. */
  @IsOptional() @IsIn(OUTCOMES) outcome?: Outcome;
}
