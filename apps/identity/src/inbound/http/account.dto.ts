import { ROLES, ActorFact, Line, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

/** A new account. */
export class NewAccountRequest {
  /** Sign-in name: letters, digits, `.`, `_`, `-`; unique in any case. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/)
  account!: string;

  @Line(80)
  name!: string;

  /** At least 10 characters of three of: upper case, lower case, digits, others. */
  @Line(200, { mayBeBlank: true })
  password!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  /** Code of the unit; officers need one. */
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,16}$/)
  unitId?: string;

  /** Enterprise contacts need one. */
  @IsOptional()
  @IsUUID()
  enterpriseId?: string;
}

/** A change of an account; absent fields stay as they are. */
export class ChangeAccountRequest {
  @IsOptional()
  @Line(80)
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
}

/** A change of an account that waits for a second administrator. */
export class PendingChangeAnswer {
  @ApiPropertyOptional({ enum: ROLES, isArray: true })
  roles?: Role[];

  disabled?: boolean;
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
  /** What waits for a second administrator; `roles` and `disabled` are what is in force. */
  pending?: PendingChangeAnswer;
  /** Whether it is locked after wrong passwords. */
  locked!: boolean;
  /** ISO 8601, UTC. */
  createdAt!: string;
  version!: number;
}

/** One page of accounts. */
export class AccountPage {
  items!: AccountAnswer[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
