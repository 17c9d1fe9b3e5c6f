import { Injectable } from '@nestjs/common';
import type { PageQuery } from '#platform';
import type { Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';

/** Reads one page of accounts, in the order of their creation. */
@Injectable()
export class ListAccounts {
  constructor(private readonly accounts: AccountsRepository) {}

  /** One row more than asked for tells that there is a next page. */
  execute(query: PageQuery): Promise<Account[]> {
    return this.accounts.list(query);
  }
}
