import { Injectable } from '@nestjs/common';
import { touch } from '#persistence';
import { Clock } from '#platform';
import type { Account } from '../domain/account.js';
import { checkComplexity, HISTORY, passwordCommon, passwordUsedBefore } from '../domain/password-policy.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { CommonPasswords } from '../outbound/common-passwords.js';
import { Passwords } from '../outbound/passwords.js';
import { Sessions } from './sessions.js';

/** Judges a password that somebody chose, and puts it in the place of the one before. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly common: CommonPasswords,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the hash of a password that an account may take. Throws 422 `account.password-weak`, `account.password-common`,
   * `account.password-used-before`, at `pointer`. Takes up to five hashes of time: outside of a unit of work.
   */
  async judge(
    { account, name, ...before }: Pick<Account, 'account' | 'name' | 'formerPasswords'> & { passwordHash?: string },
    password: string,
    pointer = '/password',
  ): Promise<string> {
    checkComplexity(password, account, pointer);
    if (await this.common.includes(password, [account, name])) throw passwordCommon({}, pointer);
    for (const hash of withoutNone([before.passwordHash, ...(before.formerPasswords ?? [])]))
      if (await this.passwords.verify(hash, password)) throw passwordUsedBefore({}, pointer);
    return this.passwords.hash(password);
  }

  /** The password of an account is another one from now on; whoever is signed in is signed out. Needs a unit of work. */
  async put(account: Account, passwordHash: string): Promise<void> {
    Object.assign(account, {
      formerPasswords: formerOf(account).slice(0, HISTORY - 1),
      passwordHash,
      passwordSetAt: this.clock.now(),
      temporary: undefined,
      resetHash: undefined,
      resetUntil: undefined,
    });
    await this.sessions.endAll(account.id);
    touch(account);
    this.accounts.save(account, 'password.set');
  }
}

/** What an account may not take again once its present password is over. */
export const formerOf = ({ passwordHash, formerPasswords = [] }: Account): string[] =>
  withoutNone([passwordHash, ...formerPasswords]).slice(0, HISTORY);

const withoutNone = (hashes: readonly (string | undefined)[]): string[] =>
  hashes.filter((each) => each !== undefined && each !== '') as string[];
