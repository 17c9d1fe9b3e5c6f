import { Injectable } from '@nestjs/common';
import { Clock, type PageQuery } from '#platform';
import type { Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';

/** Reads accounts, and whether guesses keep somebody out. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly clock: Clock,
  ) {}

  /** One page, in the order of creation; one row more than asked for tells that there is a next page. */
  async execute(query: PageQuery): Promise<{ rows: Account[]; blocked: Set<string> }> {
    const rows = await this.accounts.list(query);
    const ids = rows.map(({ id }) => id);
    return { rows, blocked: await this.sources.blockedAmong(ids, this.clock.now()) };
  }

  /** Whether some device or address may not try an account for now. */
  async isBlocked(id: string): Promise<boolean> {
    return (await this.sources.blockedAmong([id], this.clock.now())).size > 0;
  }
}
