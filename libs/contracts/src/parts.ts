import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';
import { DomainEvent } from './event.js';
import { Part, Parts, WordList } from './fields.js';
import {
  ASSIGNMENT_ROLES,
  ASSIGNMENT_STATES,
  CASE_KINDS,
  DISCIPLINES,
  INCIDENT_STATES,
  LEDGER_KINDS,
  NO_PHONE_REASONS,
  PLACE_PRECISIONS,
  ZONES,
  type AssignmentRole,
  type AssignmentState,
  type CaseKind,
  type Discipline,
  type IncidentState,
  type LedgerKind,
  type NoPhoneReason,
  type PlacePrecision,
  type Zone,
} from './vocabulary.js';

/** A text in both languages of the product. */
export class BilingualText {
  @IsString() zh!: string;
  @IsString() en!: string;
}

/** Where something is. WGS-84 degrees. */
export class PlaceFact {
  @IsString() address!: string;
  @IsNumber() @IsLongitude() longitude!: number;
  @IsNumber() @IsLatitude() latitude!: number;
  @IsIn(ZONES) zone!: Zone;
  /** Six-digit administrative division (GB/T 2260). */
  @IsString() district!: string;
  /** Code of the police jurisdiction that contains the point, if one does. */
  @IsOptional() @IsString() jurisdiction?: string;
  /** How well the point is known; absent where it is exact. Nobody verified `site`, `town` and `unknown`. */
  @IsOptional() @IsIn(PLACE_PRECISIONS) precision?: PlacePrecision;
}

/** The incident type as it was when the report came in. */
export class IncidentTypeFact {
  /** E101 … E902 for incidents, F01 … F10 for service requests. */
  @IsString() code!: string;
  @IsString() key!: string;
  @Part(() => BilingualText) name!: BilingualText;
  @IsIn(['incident', 'service']) kind!: 'incident' | 'service';
  /** Absent where the type opens no case. */
  @IsOptional() @IsIn(CASE_KINDS) caseKind?: CaseKind;
  /** What people on the scene should do until help comes; absent on reports of earlier versions. */
  @IsOptional() @Part(() => BilingualText) advice?: BilingualText;
}

/** One triage rule that fired, with its effect and the reason that the screen shows. */
export class FiredRule {
  @IsString() rule!: string;
  @IsString() effect!: string;
  @Part(() => BilingualText) reason!: BilingualText;
}

/** Which disciplines respond at once (the first leads) and which are only told. */
export class PlanFact {
  @IsString() id!: string;
  @IsInt() @Min(1) version!: number;
  @WordList(DISCIPLINES) atOnce!: Discipline[];
  @WordList(DISCIPLINES) inform!: Discipline[];
}

/** The victim enterprise, as far as it is known. */
export class EnterpriseFact {
  @IsOptional() @IsString() id?: string;
  @IsString() name!: string;
  /** Unified social credit code (GB 32100). */
  @IsOptional() @IsString() uscc?: string;
}

/** Who reported. Personal data: only for the units and operators of this incident. */
export class ReporterFact {
  @IsString() name!: string;
  /** Empty where there is none. */
  @IsString() phone!: string;
  @IsOptional() @IsIn(NO_PHONE_REASONS) noPhone?: NoPhoneReason;
  @IsOptional() @IsString() role?: string;
  @IsOptional() @IsString() accountId?: string;
}

/** The only person of the enterprise who may be told about a restricted incident. */
export class SafeContact {
  /** Account name in lower case, by which accounts are one; absent when nobody with an account was named. */
  @IsOptional() @IsString() account?: string;
  /** Id of that account; absent where it was named before names were looked up. */
  @IsOptional() @IsString() accountId?: string;
}

/** A person who acted. */
export class ActorFact {
  @IsString() accountId!: string;
  @IsString() account!: string;
  @IsString() name!: string;
}

export class UnitFact {
  /** The unit's code. */
  @IsString() id!: string;
  @IsString() name!: string;
  @IsIn(DISCIPLINES) discipline!: Discipline;
}

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

/** What every change of an assignment says. */
export abstract class AssignmentFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() assignmentId!: string;
  @Part(() => UnitFact) unit!: UnitFact;
  @IsIn(ASSIGNMENT_ROLES) role!: AssignmentRole;
  @IsIn(ASSIGNMENT_STATES) state!: AssignmentState;
  /** Where the whole dispatch stands after this change. */
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
  /** When it happened; may be earlier than `recordedAt` (radio gaps). */
  @IsISO8601() occurredAt!: string;
  @IsISO8601() recordedAt!: string;
  /** Earlier milestones that this one implies and nobody reported. */
  @WordList(ASSIGNMENT_STATES) inferred!: AssignmentState[];
  @Part(() => ActorFact) by!: ActorFact;
}

/** What every move of a case says. */
export abstract class CaseFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  @IsString() number!: string;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
  /** Kind of the case: what people are told depends on it. */
  @IsOptional() @IsIn(CASE_KINDS) kind?: CaseKind;
  /** Why, in the officer's words (basis of a decision). */
  @IsOptional() @IsString() basis?: string;
}

/** One append-only entry of a loss ledger. Amounts in integer fen. */
export class LedgerEntryFact {
  @IsString() entryId!: string;
  @IsInt() @Min(1) line!: number;
  @IsIn(LEDGER_KINDS) kind!: LedgerKind;
  @IsInt() amountFen!: number;
  @IsISO8601() occurredAt!: string;
  @IsOptional() @IsString() holding?: string;
  @IsOptional() @IsString() reverses?: string;
  /** Kind of the entry that a reversal takes back. */
  @IsOptional() @IsIn(LEDGER_KINDS) reversedKind?: LedgerKind;
  /** When a stop runs out. */
  @IsOptional() @IsISO8601() expiresAt?: string;
  @IsOptional() @IsString() note?: string;
  @Part(() => ActorFact) by!: ActorFact;
}

/** What the ledger adds up to. Integer fen. */
export class LedgerFigures {
  @IsInt() reportedFen!: number;
  @IsInt() verifiedFen!: number;
  /** Now under control: stopped + frozen + seized + in hold. */
  @IsInt() heldFen!: number;
  /** Ever recovered (追回在案), reversals taken off. */
  @IsInt() recoveredFen!: number;
  @IsInt() returnedFen!: number;
  /** Paid by offenders for what cannot be given back (退赔). */
  @IsOptional() @IsInt() compensatedFen?: number;
  /** 挽损: returned and compensated, nothing else. */
  @IsOptional() @IsInt() redressedFen?: number;
  @IsInt() outstandingFen!: number;
  /** True while nothing is verified, so that `outstandingFen` rests on the reported loss. */
  @IsBoolean() provisional!: boolean;
}
