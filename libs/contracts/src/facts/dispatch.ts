import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { Part, Parts } from '../fields.js';
import { ASSIGNMENT_ROLES, DISCIPLINES, type AssignmentRole, type Discipline } from '../vocabulary.js';
import { BilingualText } from './bilingual-text.js';
import { UnitFact } from './parties.js';

/** One unit that was looked at for a slot: what was decided and why. */
export class CandidateFact {
  @IsString() unitId!: string;
  @IsString() name!: string;
  @IsIn(['chosen', 'passed-over', 'rejected']) verdict!: 'chosen' | 'passed-over' | 'rejected';
  /** The rule that decided. */
  @IsString() rule!: string;
  @Part(() => BilingualText) reason!: BilingualText;
  @IsOptional() @IsInt() distanceM?: number;
}

/** An assignment at the moment it was issued. */
export class IssuedAssignment {
  @IsString() assignmentId!: string;
  @IsInt() @Min(1) slot!: number;
  @IsIn(ASSIGNMENT_ROLES) role!: AssignmentRole;
  @Part(() => UnitFact) unit!: UnitFact;
  @IsISO8601() issuedAt!: string;
  /** Acknowledgement (签收) is due by then. */
  @IsISO8601() acknowledgeBy!: string;
}

/** One slot of a plan: who was considered, who was chosen, or why nobody. */
export class SlotFact {
  @IsInt() @Min(1) slot!: number;
  @IsIn(DISCIPLINES) discipline!: Discipline;
  @IsIn(ASSIGNMENT_ROLES) role!: AssignmentRole;
  @IsOptional() @IsString() assignmentId?: string;
  @Parts(() => CandidateFact) candidates!: CandidateFact[];
  /** Present exactly when nobody could be assigned. */
  @IsOptional() @Part(() => BilingualText) gapReason?: BilingualText;
  /** Since when nobody fills it. */
  @IsOptional() @IsISO8601() gapSince?: string;
}

/** An assignment whose limits changed with the priority. */
export class RetimedClock {
  @IsString() assignmentId!: string;
  /** Acknowledgement (签收) is due by then. */
  @IsISO8601() acknowledgeBy!: string;
}

/** An assistant that takes the lead over. */
export class NewLeadFact {
  @IsString() assignmentId!: string;
  @Part(() => UnitFact) unit!: UnitFact;
}

/** A discipline that is told about the incident without any clock. */
export class InformedFact {
  @IsIn(DISCIPLINES) discipline!: Discipline;
  @IsOptional() @Part(() => UnitFact) unit?: UnitFact;
}
