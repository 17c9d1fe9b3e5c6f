import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Line, Part } from '#contracts';
import { ACCOUNT_NAME, LONGEST_NAME } from '../../domain/account.js';
import { FIRST_THREE, type FirstAdministrator } from '../../domain/setup.js';

/** One of the three administrators. */
export class FirstPersonRequest {
  /** Sign-in name. */
  @Matches(ACCOUNT_NAME)
  account!: string;

  @Line(LONGEST_NAME)
  name!: string;
}

/** The three administrators of an empty deployment: three people. */
export class SetUpRequest {
  /** From the link. */
  @Matches(/^[\w-]{32}$/)
  secret!: string;

  @Part(() => FirstPersonRequest)
  system!: FirstPersonRequest;

  @Part(() => FirstPersonRequest)
  security!: FirstPersonRequest;

  @Part(() => FirstPersonRequest)
  audit!: FirstPersonRequest;
}

/** An administrator who was made. */
export class MadeAdministratorAnswer {
  @ApiProperty({ enum: FIRST_THREE })
  which!: FirstAdministrator;

  account!: string;

  /** Sets the first password at `/password/#…`; shown this once. */
  secret!: string;

  /** Until when that works; ISO 8601, UTC. */
  until!: string;
}

/** Who was made. */
export class SetUpAnswer {
  administrators!: MadeAdministratorAnswer[];
}
