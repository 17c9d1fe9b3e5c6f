import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { BilingualText } from '../facts/bilingual-text.js';
import { INCIDENTS } from '../streams.js';
import {
  CLOCK_STEPS,
  ESCALATIONS,
  LAW_CLOCK_WAITS,
  LAW_CLOCKS,
  type ClockStep,
  type Escalation,
  type LawClockKind,
  type LawClockWait,
} from '../vocabulary.js';

/** A limit of the law is half used up, has passed, or passed long ago. */
export class CaseClockRang extends DomainEvent {
  static override readonly type = 'case.clock-rang.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'A limit of the law about a case is half used up, has passed, or passed long ago; nothing is decided by it.';

  @IsString() incidentId!: string;
  /** Absent where the limit is about opening one. */
  @IsOptional() @IsString() caseId?: string;
  @IsOptional() @IsString() number?: string;
  @IsIn(LAW_CLOCKS) clock!: LawClockKind;
  /** The limit in words. */
  @Part(() => BilingualText) clockName!: BilingualText;
  @IsISO8601() startedAt!: string;
  @IsISO8601() dueAt!: string;
  /** Share of the limit that this stage stands for, in percent. */
  @IsIn(CLOCK_STEPS) stage!: ClockStep;
  @IsISO8601() firedAt!: string;
  /** Who has to act. */
  @IsIn(LAW_CLOCK_WAITS) waitsFor!: LawClockWait;
  /** Who is told beyond that. */
  @IsOptional() @IsIn(ESCALATIONS) escalatedTo?: Escalation;
}
