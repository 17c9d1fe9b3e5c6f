import type { Role } from '#contracts';
import { ROLES, Line } from '#contracts';
import { IsOptional, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';

/** Sign-in. */
export class SignInRequest {
  /** Sign-in name, upper or lower case. */
  @Line(64)
  account!: string;

  @Line(200)
  password!: string;

  /**
   * Takes the place of the password, which must be right; every other session of the account ends. At least 10 characters of three
   * of: upper case, lower case, digits, others; not easily guessed, and none of the last five.
   */
  @IsOptional()
  @Line(200)
  newPassword?: string;
}

/** A first password, or another one for a forgotten one. */
export class SetPasswordRequest {
  /** The one-time secret from an administrator. */
  @Matches(/^[\w-]{32}$/)
  secret!: string;

  /** As for `newPassword` of a sign-in. */
  @Line(200)
  password!: string;
}

/** Whose password was set. */
export class PasswordSetAnswer {
  account!: string;
}

/** Who is signed in. */
export class CallerAnswer {
  accountId!: string;
  account!: string;
  name!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];

  /** Code of the unit, for officers. */
  unitId?: string;

  /** For enterprise contacts. */
  enterpriseId?: string;
}

/** A session. */
export class SessionAnswer {
  /** ISO 8601, UTC. */
  expiresAt!: string;
  caller!: CallerAnswer;
}

/** A session just opened. */
export class NewSessionAnswer extends SessionAnswer {
  /** For programs: send as `Authorization: Bearer …`. Absent for pages (requests with an `Origin`), which use the cookie. */
  accessToken?: string;
}
