import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  DANGER_FLAGS,
  DECLINE_REASONS,
  OUTCOMES,
  Prose,
  type DangerFlag,
  type DeclineReason,
  type Outcome,
} from '#contracts';
import { IsInstant, PageQuery } from '#platform';

/** A milestone of the unit's way. */
export class MilestoneRequest {
  /** When it happened, if not just now; between the issue of the assignment and now. */
  @IsOptional()
  @IsInstant()
  occurredAt?: string;
}

/** What the unit found. */
export class FeedbackRequest extends MilestoneRequest {
  @Prose(4000)
  text!: string;

  /** Suspects caught since the last feedback; a number, never names. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  suspectsCaught?: number;

  /** Somebody inside the enterprise may be involved: disclosure is restricted from now on. */
  @IsOptional()
  @IsBoolean()
  insiderSuspected?: boolean;

  /** Dangers that were not reported; the incident is graded and planned again with them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(DANGER_FLAGS.length)
  @IsIn(DANGER_FLAGS, { each: true })
  flags?: DangerFlag[];

  /** People gathered. @example 40 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  crowd?: number;

  /** People hurt, in all; an ambulance is sent unless one is there. @example 2 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  injured?: number;
}

/** The final feedback. */
export class CompleteRequest extends MilestoneRequest {
  @Prose(4000)
  text!: string;

  /** What came of the incident; required from the lead, refused from others. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  /** The lead releases the units that still assist. */
  @IsOptional()
  @IsBoolean()
  releaseAssists?: boolean;
}

/** Why the unit cannot take the assignment. */
export class DeclineRequest {
  @IsIn(DECLINE_REASONS)
  reason!: DeclineReason;

  @IsOptional()
  @Prose(500, { mayBeBlank: true })
  note?: string;
}

/** Whose assignments to list. */
export class AssignmentsQuery extends PageQuery {
  /** A unit's code, or `me` for the caller's own unit. */
  @Matches(/^[A-Za-z0-9]{2,16}$/)
  unit!: string;

  /** `open` (default) or `all`. */
  @IsOptional()
  @IsIn(['open', 'all'])
  show?: 'open' | 'all';
}
