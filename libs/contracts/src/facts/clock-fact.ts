import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import {
  CLOCK_KINDS,
  CLOCK_STEPS,
  ESCALATIONS,
  type ClockKind,
  type ClockStep,
  type Escalation,
} from '../vocabulary.js';
import { BilingualText } from './bilingual-text.js';
import { UnitFact } from './parties.js';

/** What a clock says when one of its stages is reached. */
export abstract class ClockFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() assignmentId!: string;
  @Part(() => UnitFact) unit!: UnitFact;
  /** Which limit. */
  @IsIn(CLOCK_KINDS) clock!: ClockKind;
  /** The limit in words. */
  @IsOptional() @Part(() => BilingualText) clockName?: BilingualText;
  @IsISO8601() startedAt!: string;
  @IsInt() @Min(1) limitSeconds!: number;
  /** Share of the limit that this stage stands for, in percent. */
  @IsIn(CLOCK_STEPS) stage!: ClockStep;
  @IsISO8601() dueAt!: string;
  @IsISO8601() firedAt!: string;
  /** Who is told beyond the unit itself. */
  @IsOptional() @IsIn(ESCALATIONS) escalatedTo?: Escalation;
}
