import { Injectable } from '@nestjs/common';
import { actingAs, Database, touch } from '#persistence';
import { Clock } from '#platform';
import type { Account } from '../domain/account.js';
import { countFailure, forgetFailures, maySignIn, signInRefused } from '../domain/lockout.js';
import type { AccountAct } from '../outbound/database/account-acts.js';
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
      await this.asNobody(() => Promise.resolve(this.accounts.refused(found?.id)));
      throw signInRefused();
    }
    const right = await this.passwords.verify(found.passwordHash, password);
    if (!right) {
      const count = (account: Account) => countFailure(account, this.clock.now());
      await this.asNobody(() => this.change(found.id, 'sign-in.refused', count));
      throw signInRefused();
    }
    const open = async () => {
      if (found.failures > 0 || found.lockedUntil)
        await this.change(found.id, 'sign-in.failures-forgotten', forgetFailures);
      return this.sessions.open(found);
    };
    return actingAs(`account:${found.id}`, () => this.database.write(open));
  }

  /** Whoever is refused has not shown who it is. Guesses that come in together share a transaction. */
  private asNobody(work: () => Promise<void>): Promise<void> {
    return actingAs('anonymous', () => this.database.write(work, { group: 'refused sign-ins' }));
  }

  private async change(id: string, act: AccountAct, change: (account: Account) => void): Promise<void> {
    const account = await this.accounts.find(id);
    if (!account) return;
    change(account);
    touch(account);
    this.accounts.save(account, act);
  }
}
