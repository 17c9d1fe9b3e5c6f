import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { maySignIn, type Account } from '../domain/account.js';
import { isBackedOff, type Origin, type SignInSource } from '../domain/sign-in-source.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';
import { Passwords } from '../outbound/passwords.js';
import { AttemptQueue } from './attempt-queue.js';
import { Guesses } from './guesses.js';

/** Whose password was right, where it came from, and when. */
export interface Checked {
  readonly account: Account;
  readonly source: SignInSource;
  readonly origin: Origin;
  readonly at: Date;
}

/**
 * Finds out whether a password is right. Attempts of one source at one account wait for each other, so that guesses sent at once are
 * counted like guesses in a row.
 */
@Injectable()
export class CheckPassword {
  private readonly attempts = new AttemptQueue();

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly passwords: Passwords,
    private readonly guesses: Guesses,
    private readonly clock: Clock,
  ) {}

  /** Throws 401 `session.refused` for whatever reason; all reasons look and take the same. 429 when too many attempts wait. */
  async execute(name: string, password: string, origin: Origin): Promise<Checked> {
    const { id, device } = await this.sourceOf(await this.accounts.findByName(name), origin);
    const key = `${name.toLowerCase()} ${id}`;
    return this.attempts.run(key, () => this.attempt(name, password, origin), { unbounded: device !== undefined });
  }

  private async attempt(name: string, password: string, origin: Origin): Promise<Checked> {
    const account = await this.accounts.findByName(name);
    const source = await this.sourceOf(account, origin);
    const at = this.clock.now();
    if (!account || !maySignIn(account) || isBackedOff(source, at)) {
      await this.passwords.verifyNothing(password);
      return this.guesses.untried(account?.id);
    }
    if (!(await this.passwords.verify(account.passwordHash, password))) return this.guesses.wrong(account, source);
    return { account, source, origin, at };
  }

  /** Nobody's account has sources as well, so that looking for them takes the same. */
  private sourceOf(account: Account | undefined, origin: Origin): Promise<SignInSource> {
    return this.sources.of(account?.id ?? 'unknown', origin, this.clock.now());
  }
}
