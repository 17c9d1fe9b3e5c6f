import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { Part } from '../fields.js';
import { LEDGER_KINDS, type LedgerKind } from '../vocabulary.js';
import { ActorFact } from './parties.js';

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
