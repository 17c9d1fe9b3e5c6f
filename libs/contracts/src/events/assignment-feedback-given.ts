import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';
import { WordList } from '../fields.js';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { INCIDENTS } from '../streams.js';
import { DANGER_FLAGS, type DangerFlag } from '../vocabulary.js';

/** The unit told what it found (反馈). The first one stops the feedback clock. */
export class AssignmentFeedbackGiven extends AssignmentFact {
  static override readonly type = 'assignment.feedback-given.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'The unit gave feedback; it goes on working.';

  @IsString() feedbackId!: string;
  @IsIn(['first', 'progress']) kind!: 'first' | 'progress';
  @IsString() text!: string;
  /** Suspects caught since the last feedback; numbers only, never names. */
  @IsInt() @Min(0) suspectsCaught!: number;
  /** The unit suspects somebody inside the enterprise. */
  @IsBoolean() insiderSuspected!: boolean;
  /** What the unit found on the scene beyond what was reported. */
  @IsOptional() @WordList(DANGER_FLAGS) flags?: DangerFlag[];
  @IsOptional() @IsInt() @Min(0) crowd?: number;
  @IsOptional() @IsInt() @Min(0) injured?: number;
}
