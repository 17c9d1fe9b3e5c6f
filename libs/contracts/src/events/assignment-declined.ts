import { IsIn, IsOptional, IsString } from 'class-validator';
import { AssignmentFact } from '../parts.js';
import { INCIDENTS } from '../streams.js';
import { DECLINE_REASONS, type DeclineReason } from '../vocabulary.js';

/** The dispatcher released the unit from the assignment. */
export class AssignmentDeclined extends AssignmentFact {
  static override readonly type = 'assignment.declined.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The dispatcher released the unit from the assignment.';

  @IsIn(DECLINE_REASONS) reason!: DeclineReason;
  @IsOptional() @IsString() note?: string;
}
