import type { Role } from '#contracts';
import { ROLES, Line } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';

/** Sign-in. */
export class SignInRequest {
  /** Sign-in name, upper or lower case. */
  @Line(64)
  account!: string;

  @Line(200)
  password!: string;
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
  /** For machines: send as `Authorization: Bearer …`. Browsers use the cookie. */
  accessToken!: string;
}
