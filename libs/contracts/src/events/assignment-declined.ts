import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Part } from '../fields.js';
import { AssignmentFact } from '../facts/assignment-fact.js';
import { NewLeadFact, SlotFact } from '../facts/dispatch.js';
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
  /** How often the release was asked for and decided, with this; what a decision about it names. Events of before lack it. */
  @IsOptional() @IsInt() version?: number;
  /** The slot that stays open with it, when nobody could replace the unit. */
  @IsOptional() @Part(() => SlotFact) gap?: SlotFact;
  /** Who leads from now on, when the lead was released and nobody could replace it. */
  @IsOptional() @Part(() => NewLeadFact) newLead?: NewLeadFact;
}
