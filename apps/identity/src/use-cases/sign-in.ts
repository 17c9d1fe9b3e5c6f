import { Injectable } from '@nestjs/common';
import { Database, touch } from '#persistence';
import { Clock } from '#platform';
import { countFailure, forgetFailures, maySignIn, signInRefused, type Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Passwords } from '../outbound/passwords.js';
import { KeyedQueue } from './keyed-queue.js';
import { Sessions, type NewSession } from './sessions.js';

/**
 * Checks a password and opens a session. A wrong password is counted in a transaction of its own, although the request is
 * refused. Attempts at one account wait for each other, so that guesses sent at once are counted like guesses in a row.
 */
@Injectable()
export class SignIn {
  private readonly attempts = new KeyedQueue();

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Throws 401 `session.refused` for whatever reason; all reasons look and take the same. */
  execute(account: string, password: string): Promise<NewSession> {
    return this.attempts.run(account.toLowerCase(), () => this.attempt(account, password));
  }

  private async attempt(name: string, password: string): Promise<NewSession> {
    const found = await this.accounts.findByName(name);
    if (!found || !maySignIn(found, this.clock.now())) {
      await this.passwords.verifyNothing(password);
      throw signInRefused();
    }
    const right = await this.passwords.verify(found.passwordHash, password);
    if (!right) {
      await this.database.write(() => this.change(found.id, (account) => countFailure(account, this.clock.now())));
      throw signInRefused();
    }
    return this.database.write(async () => {
      if (found.failures > 0 || found.lockedUntil) await this.change(found.id, forgetFailures);
      return this.sessions.open(found);
    });
  }

  private async change(id: string, change: (account: Account) => void): Promise<void> {
    const account = await this.accounts.find(id);
    if (!account) return;
    change(account);
    touch(account);
    this.accounts.save(account);
  }
}
