import { IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, Parts, WordList } from '../fields.js';
import { FiredRule, PlanFact } from '../facts/incident.js';
import { ActorFact, EnterpriseFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import {
  DANGER_FLAGS,
  GROWING_FACTS,
  PRIORITIES,
  type DangerFlag,
  type GrowingFact,
  type Priority,
} from '../vocabulary.js';

/** What is known of the incident grew: all of it as it is now, and the grading and plan that follow from all of it. */
export class IncidentFactsAdded extends DomainEvent {
  static override readonly type = 'incident.facts-added.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description =
    'A later report or a unit told more about the incident; it was graded and planned again with everything known.';

  @IsString() incidentId!: string;
  @IsISO8601() occurredAt!: string;
  /** The report that told it, or else the feedback of a unit. */
  @IsOptional() @IsString() reportId?: string;
  @IsOptional() @IsString() feedbackId?: string;
  @IsOptional() @Part(() => ActorFact) by?: ActorFact;
  /** Which facts grew. */
  @WordList(GROWING_FACTS) grown!: GrowingFact[];
  /** Flags that were not known before. */
  @WordList(DANGER_FLAGS) newFlags!: DangerFlag[];
  /** The enterprise it is about, where that is among what grew. */
  @IsOptional() @Part(() => EnterpriseFact) enterprise?: EnterpriseFact;
  @IsOptional() @IsISO8601() occurredFrom?: string;
  @IsOptional() @IsISO8601() occurredTo?: string;
  @WordList(DANGER_FLAGS) flags!: DangerFlag[];
  @IsInt() @Min(0) crowd!: number;
  @IsInt() @Min(0) injured!: number;
  /** Integer fen. */
  @IsInt() @Min(0) estimatedLossFen!: number;
  /** Fields of the incident type. */
  @IsObject() details!: Record<string, unknown>;
  /** The priority before and after; facts never lower it. */
  @IsIn(PRIORITIES) from!: Priority;
  @IsIn(PRIORITIES) priority!: Priority;
  /** Every rule behind the priority now; they take the place of those before. */
  @Parts(() => FiredRule) firedRules!: FiredRule[];
  @IsBoolean() enterpriseRelated!: boolean;
  /** Whether intake takes it for restricted; what restricts is a new suspicion among the new flags of a report. */
  @IsBoolean() restricted!: boolean;
  @Part(() => PlanFact) plan!: PlanFact;
}
