import { ROLES, ActorFact, Line, UNIT_CODE, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { ACCOUNT_NAME, LONGEST_NAME } from '../../domain/account.js';

/** A new account. */
export class NewAccountRequest {
  /** Sign-in name: letters, digits, `.`, `_`, `-`; unique in any case. */
  @Matches(ACCOUNT_NAME)
  account!: string;

  @Line(LONGEST_NAME)
  name!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  /** Code of the unit; officers need one. */
  @IsOptional()
  @Matches(UNIT_CODE)
  unitId?: string;

  /** Enterprise contacts need one. */
  @IsOptional()
  @IsUUID()
  enterpriseId?: string;
}

/** A change of an account; absent fields stay as they are. */
export class ChangeAccountRequest {
  @IsOptional()
  @Line(LONGEST_NAME)
  name?: string;

  @IsOptional()
  @IsBoolean()
  disabled?: boolean;

  @ApiPropertyOptional({ enum: ROLES, isArray: true })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  /** Code of the unit that the person belongs to from now on. */
  @IsOptional()
  @Matches(UNIT_CODE)
  unitId?: string;
}

/** A change of an account that waits for a second administrator. */
export class PendingChangeAnswer {
  @ApiPropertyOptional({ enum: ROLES, isArray: true })
  roles?: Role[];

  disabled?: boolean;
  unitId?: string;
  /** Whether confirming hands out a one-time secret, with which the person sets a password. */
  reset?: boolean;
  /** Whether whoever asks may confirm or refuse it. */
  mayConfirm!: boolean;
  /** Who proposed it. */
  by!: ActorFact;
  /** ISO 8601, UTC. */
  at!: string;
}

/** An account, without anything of its password. */
export class AccountAnswer {
  accountId!: string;
  account!: string;
  name!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];

  unitId?: string;
  enterpriseId?: string;
  disabled!: boolean;
  /** What waits for a second administrator; what stands beside it is what is in force. */
  pending?: PendingChangeAnswer;
  /** Whether its person has set a password; nobody signs in without. */
  hasPassword!: boolean;
  /** Whether some device or address may not try for now, after wrong passwords; others may. */
  locked!: boolean;
  /** The day of the last sign-in, or since when there could have been one; ISO 8601, UTC. */
  lastUsedAt?: string;
  /** ISO 8601, UTC. */
  createdAt!: string;
  version!: number;
}

/** What a person sets a password with. It is shown this once and kept nowhere. */
export class OneTimeSecretAnswer {
  /** Goes after `/password/#`. */
  secret!: string;
  /** Works until then, and once; ISO 8601, UTC. */
  until!: string;
}

/** An account after an administrator decided about it. */
export class DecidedAccountAnswer extends AccountAnswer {
  /** Where the decision hands one out. */
  handedOut?: OneTimeSecretAnswer;
}

/** One page of accounts. */
export class AccountPage {
  items!: AccountAnswer[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
