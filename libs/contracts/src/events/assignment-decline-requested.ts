import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';
import { DECLINE_REASONS, type DeclineReason } from '../vocabulary.js';

/** A unit asked to be released, with a reason; its clock keeps running. */
export class AssignmentDeclineRequested extends AssignmentFact {
  static override readonly type = 'assignment.decline-requested.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'A unit asked to be released, with a reason; its clock keeps running.';

  @IsIn(DECLINE_REASONS) reason!: DeclineReason;
  @IsOptional() @IsString() note?: string;
  /** How often the release was asked for and decided, with this; what a decision about it names. Events of before lack it. */
  @IsOptional() @IsInt() version?: number;
}
