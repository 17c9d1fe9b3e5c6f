import { IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, Parts, WordList } from '../fields.js';
import { FiredRule, HoldFact, IncidentTypeFact, PlaceFact, PlanFact } from '../facts/incident.js';
import { EnterpriseFact, ReporterFact, SafeContact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import {
  CHANNELS,
  DANGER_FLAGS,
  PRIORITIES,
  SLA_PROFILES,
  type Channel,
  type DangerFlag,
  type Priority,
  type SlaProfile,
} from '../vocabulary.js';

/** The first report of an incident, with its grading and the response plan that follows from it. */
export class IncidentReported extends DomainEvent {
  static override readonly type = 'incident.reported.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description = 'An enterprise reported an incident; it was graded and wants units.';

  @IsString() incidentId!: string;
  @IsString() number!: string;
  @IsString() reportId!: string;
  @IsIn(CHANNELS) channel!: Channel;
  /** When the report reached the centre. */
  @IsISO8601() receivedAt!: string;
  /** When it was stored; later than `receivedAt` when a report is entered afterwards (补录). */
  @IsISO8601() recordedAt!: string;
  @Part(() => IncidentTypeFact) incidentType!: IncidentTypeFact;
  @IsIn(PRIORITIES) priority!: Priority;
  @IsIn(SLA_PROFILES) slaProfile!: SlaProfile;
  @Parts(() => FiredRule) firedRules!: FiredRule[];
  @IsBoolean() enterpriseRelated!: boolean;
  @IsBoolean() restricted!: boolean;
  /** Named by police; authority from the beginning. */
  @IsOptional() @Part(() => SafeContact) safeContact?: SafeContact;
  /** Named by a reporter: a proposal that police confirm or not. */
  @IsOptional() @Part(() => SafeContact) proposedContact?: SafeContact;
  @IsOptional() @Part(() => EnterpriseFact) enterprise?: EnterpriseFact;
  @Part(() => PlaceFact) place!: PlaceFact;
  @Part(() => ReporterFact) reporter!: ReporterFact;
  @IsOptional() @IsISO8601() occurredFrom?: string;
  @IsOptional() @IsISO8601() occurredTo?: string;
  @IsString() narrative!: string;
  @WordList(DANGER_FLAGS) flags!: DangerFlag[];
  @IsInt() @Min(0) crowd!: number;
  @IsInt() @Min(0) injured!: number;
  /** What the reporter thinks is lost, integer fen. */
  @IsInt() @Min(0) estimatedLossFen!: number;
  /** Fields of the incident type, already checked by it. */
  @IsObject() details!: Record<string, unknown>;
  @Part(() => PlanFact) plan!: PlanFact;
  /** The plan waits until a call taker releases the incident; absent where units are sent at once. */
  @IsOptional() @Part(() => HoldFact) hold?: HoldFact;
}
