import { Injectable } from '@nestjs/common';
import { maySignIn } from '../domain/account.js';
import { signInRefused } from '../domain/sign-in-source.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';
import type { Checked } from './check-password.js';
import { NewPassword } from './new-password.js';
import { Sessions, type NewSession } from './sessions.js';

/** A session, and what the device of a page is known by from now on. */
export interface SignedIn extends NewSession {
  device?: string;
}

/** Lets somebody in whose password was right. */
@Injectable()
export class Admit {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly newPassword: NewPassword,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session; `newHash` takes the place of the password. Needs a unit of work. Throws 401 `session.refused`. */
  async execute({ account: checked, source, origin, at }: Checked, newHash: string | undefined): Promise<SignedIn> {
    const account = await this.accounts.find(checked.id);
    // The password, or the right to sign in, was taken away while it was checked.
    if (!account || !maySignIn(account) || account.passwordHash !== checked.passwordHash) throw signInRefused();
    if (newHash !== undefined) await this.newPassword.put(account, newHash);
    await this.sources.forgive(source);
    await this.accounts.used(account.id, at);
    const session = await this.sessions.open(account, origin.page);
    return origin.page ? { ...session, device: await this.sources.remember(account.id, origin.device, at) } : session;
  }
}
