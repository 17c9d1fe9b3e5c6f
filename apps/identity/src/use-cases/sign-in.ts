import { Injectable } from '@nestjs/common';
import { defineRefusal } from '#domain-kit';
import { actingAs, Database } from '#persistence';
import { isPasswordDue } from '../domain/password-policy.js';
import type { Origin } from '../domain/sign-in-source.js';
import { IdentityConfig } from '../identity.config.js';
import { Admit, type SignedIn } from './admit.js';
import { CheckPassword } from './check-password.js';
import { NewPassword } from './new-password.js';

/** 403: the password is right, and another one must be chosen before going on. */
export const passwordDue = defineRefusal({
  code: 'session.password-due',
  kind: 'forbidden',
  zh: '首次登录或密码已到期，请先设置新密码',
  en: 'This is your first sign-in or your password is too old: set a new one first',
});

/** What somebody signs in with. */
export interface Credentials {
  readonly account: string;
  readonly password: string;
  /** Takes the place of the password, if it is right. */
  readonly newPassword?: string;
}

/** Checks a password and opens a session, with another password where the person gives one. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly checkPassword: CheckPassword,
    private readonly newPassword: NewPassword,
    private readonly admit: Admit,
    private readonly config: IdentityConfig,
  ) {}

  /**
   * Throws 401 and 429 as `CheckPassword` does. With the right password: 403 `session.password-due` unless there is a new one, 422 if
   * that is none to take.
   */
  async execute({ account, password, newPassword }: Credentials, origin: Origin): Promise<SignedIn> {
    const checked = await this.checkPassword.execute(account, password, origin);
    if (newPassword === undefined && isPasswordDue(checked.account, this.config.passwordDays, checked.at))
      throw passwordDue();
    const newHash =
      newPassword === undefined
        ? undefined
        : await this.newPassword.judge(checked.account, newPassword, '/newPassword');
    return actingAs(`account:${checked.account.id}`, () =>
      this.database.write(() => this.admit.execute(checked, newHash)),
    );
  }
}
