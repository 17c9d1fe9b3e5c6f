import { Body, HttpCode, Post } from '@nestjs/common';
import { BodyLimit, OwnUnitOfWork, Public, ServiceController, SignInRate } from '#platform';
import { SetUp } from '../../use-cases/set-up.js';
import { SetUpAnswer, SetUpRequest } from './setup.dto.js';

/** The way into an empty deployment. */
@ServiceController('setup')
export class SetupController {
  constructor(private readonly setUp: SetUp) {}

  /**
   * Makes the three administrators, all or none, with the secret of the link that `qijing setup` on the machine has made. Answers
   * once what each of them sets a password with. Works as long as nobody has an account.
   */
  @Post()
  @HttpCode(200)
  @Public()
  @OwnUnitOfWork()
  @BodyLimit('credentials')
  @SignInRate()
  async make(@Body() { secret, ...people }: SetUpRequest): Promise<SetUpAnswer> {
    const made = await this.setUp.byLink(secret, people);
    return { administrators: made.map(({ until, ...one }) => ({ ...one, until: until.toISOString() })) };
  }
}
