import { IsIn, IsOptional, IsString } from 'class-validator';
import { DISCIPLINES, NO_PHONE_REASONS, type Discipline, type NoPhoneReason } from '../vocabulary.js';

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
