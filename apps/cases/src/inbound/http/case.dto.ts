import { LEDGER_KINDS, SUSPECT_STATES, type LedgerKind, type SuspectState } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

/** When something happened, if not now. */
export class OccurrenceBody {
  /** ISO 8601; not in the future, not before the report. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  occurredAt?: string;
}

/** A decision about a case. */
export class CaseMoveBody extends OccurrenceBody {
  /** Why, in the officer's words. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  basis?: string;
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
  @Min(-Number.MAX_SAFE_INTEGER)
  @Max(Number.MAX_SAFE_INTEGER)
  amountFen!: number;

  /** The holding that a return, release or unfreezing draws from. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  holding?: string;

  /** The entry that a reversal negates. */
  @IsOptional()
  @IsUUID()
  reverses?: string;

  /** How the loss was verified: invoice, price appraisal, audit, expert opinion. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  method?: string;

  /** Number of the approval. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  approvalRef?: string;

  /** Why a measure was taken before the case was filed. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  exceptionCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** A suspect of a case. */
export class SuspectAnswer {
  number!: number;
  @ApiProperty({ enum: SUSPECT_STATES })
  state!: string;
  caughtAt?: string;
}

/** What the ledger adds up to, integer fen. */
export class FiguresAnswer {
  reportedFen!: number;
  verifiedFen!: number;
  /** Now under control: stopped, frozen, seized, in hold. */
  heldFen!: number;
  recoveredFen!: number;
  returnedFen!: number;
  outstandingFen!: number;
  /** Nothing is verified yet: `outstandingFen` rests on the reported loss. */
  provisional!: boolean;
}

/** A case after a change. */
export class CaseAnswer {
  caseId!: string;
  incidentId!: string;
  number!: string;
  kind!: string;
  state!: string;
  registeredAt!: string;
  filedAt?: string;

  @ApiProperty({ type: () => [SuspectAnswer] })
  suspects!: SuspectAnswer[];
}

/** A case with its ledger. */
export class CaseFileAnswer extends CaseAnswer {
  @ApiProperty({ type: 'object', additionalProperties: true })
  ledger!: { figures: FiguresAnswer; entries: object[] };
}

/** An entry that was posted, and the figures after it. */
export class LedgerEntryAnswer {
  @ApiProperty({ type: 'object', additionalProperties: true })
  entry!: object;

  @ApiProperty({ type: () => FiguresAnswer })
  figures!: FiguresAnswer;
}
