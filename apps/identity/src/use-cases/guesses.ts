import { Injectable } from '@nestjs/common';
import { actingAs, Database } from '#persistence';
import { AppLogger, Clock } from '#platform';
import type { Account } from '../domain/account.js';
import { GuessAlarm } from '../domain/guess-alarm.js';
import { signInRefused, type SignInSource } from '../domain/sign-in-source.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';

/**
 * The one place that decides what a refused password means: it is counted against its source and written down, backs the source
 * off, and raises the alarm. Counting is a transaction of its own, although the request is refused.
 */
@Injectable()
export class Guesses {
  private readonly alarm = new GuessAlarm();

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** A password was tried and is wrong. Throws 401 `session.refused`. */
  async wrong({ id }: Account, source: SignInSource): Promise<never> {
    await this.asNobody(async () => {
      const backedOff = await this.sources.count(source, this.clock.now());
      this.accounts.guessed(id, backedOff ? 'sign-in.backed-off' : 'sign-in.refused');
    });
    return this.refuse(id);
  }

  /** No password was tried: there is no such account, it may not sign in, or its source is backed off. Throws the same. */
  async untried(accountId: string | undefined): Promise<never> {
    await this.asNobody(() => Promise.resolve(this.accounts.refused(accountId)));
    return this.refuse(accountId);
  }

  private async refuse(accountId: string | undefined): Promise<never> {
    for (const guessed of this.alarm.count(accountId, this.clock.now())) {
      const whom = guessed === 'everybody' ? { everybody: true } : guessed;
      this.logger.warn({ msg: 'passwords are being guessed', context: 'sign-in', ...whom });
      await this.asNobody(() =>
        Promise.resolve(this.accounts.guessingSeen(guessed === 'everybody' ? undefined : guessed.accountId)),
      );
    }
    throw signInRefused();
  }

  /** Whoever is refused has not shown who it is. Guesses that come in together share a transaction. */
  private asNobody(work: () => Promise<void>): Promise<void> {
    return actingAs('anonymous', () => this.database.write(work, { group: 'refused sign-ins' }));
  }
}
