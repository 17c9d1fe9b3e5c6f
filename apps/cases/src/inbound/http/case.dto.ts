import {
  CASE_KINDS,
  LEDGER_KINDS,
  SUSPECT_STATES,
  Line,
  Prose,
  type CaseKind,
  type LedgerKind,
  type SuspectState,
} from '#contracts';
import { IsInstant } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Largest amount in fen that is believed to be meant: 10 trillion yuan. */
export const MOST_FEN = 1_000_000_000_000_000;

/** When something happened, if not now. */
export class OccurrenceBody {
  /** ISO 8601; not in the future, not before the report. */
  @IsOptional()
  @IsInstant()
  occurredAt?: string;
}

/** Opens the case of an incident. */
export class CaseOpeningBody extends OccurrenceBody {
  /** Kind of the case; needed where the type of the incident has none of its own. */
  @IsOptional()
  @IsIn(CASE_KINDS)
  kind?: CaseKind;
}

/** A decision about a case. */
export class CaseMoveBody extends OccurrenceBody {
  /** Why, in the officer's words. */
  @IsOptional()
  @Prose(2000)
  basis?: string;
}

/** Enters that the enterprise asks to reconsider. */
export class ReconsiderationBody extends CaseMoveBody {
  /** When the notice of the refusal reached the enterprise; it may ask within seven days. */
  @IsOptional()
  @IsInstant()
  servedAt?: string;
}

/** A suspect: a state, no name; the number is assigned. */
export class SuspectBody extends OccurrenceBody {
  @IsOptional()
  @IsIn(SUSPECT_STATES)
  state?: SuspectState;
}

/** An entry of the loss ledger. */
export class LedgerEntryBody extends OccurrenceBody {
  @IsIn(LEDGER_KINDS)
  kind!: LedgerKind;

  /** Integer fen; positive, negative only for an adjustment downwards. */
  @IsInt()
  @Min(-MOST_FEN)
  @Max(MOST_FEN)
  @ApiProperty({ type: 'integer' })
  amountFen!: number;

  /** The holding that a return, release or unfreezing draws from. */
  @IsOptional()
  @Line(40)
  holding?: string;

  /** The entry that a reversal negates. */
  @IsOptional()
  @IsUUID()
  reverses?: string;

  /** How the loss was verified: invoice, price appraisal, audit, expert opinion. */
  @IsOptional()
  @Line(200)
  method?: string;

  /** Number of a paper; it approves nothing. */
  @IsOptional()
  @Line(120)
  approvalRef?: string;

  /** Why a measure was taken before the case was filed. */
  @IsOptional()
  @Line(60)
  exceptionCode?: string;

  @IsOptional()
  @Prose(1000, { mayBeBlank: true })
  note?: string;
}
