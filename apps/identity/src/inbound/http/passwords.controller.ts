import { Body, HttpCode, Post } from '@nestjs/common';
import { BodyLimit, OwnUnitOfWork, Public, ServiceController, SignInRate } from '#platform';
import { SetPassword } from '../../use-cases/set-password.js';
import { PasswordSetAnswer, SetPasswordRequest } from './session.dto.js';

/** Passwords that people set themselves. */
@ServiceController('passwords')
export class PasswordsController {
  constructor(private readonly setPassword: SetPassword) {}

  /**
   * Sets a first password, or another one for a forgotten one, with a one-time secret from an administrator. The secret is used up,
   * every session of the account ends, and devices that were backed off may try again.
   */
  @Post()
  @HttpCode(200)
  @Public()
  @OwnUnitOfWork()
  @BodyLimit('credentials')
  @SignInRate()
  async set(@Body() { secret, password }: SetPasswordRequest): Promise<PasswordSetAnswer> {
    return { account: await this.setPassword.execute(secret, password) };
  }
}
