import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, touch } from '#persistence';
import { isToldOf } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';

/** Accounts told of in one transaction. */
const PAGE = 200;

/**
 * When a process starts: tells the other services of contacts that were there before anybody was told of accounts. Each is told
 * of once, whichever process starts first.
 */
@Injectable()
export class TellOfAccounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;) after = await this.page(after);
  }

  /** Answers where the next page begins, if there may be one. */
  private async page(after: string): Promise<string | undefined> {
    const ids = await this.accounts.untold(after, PAGE);
    if (ids.length === 0) return undefined;
    await this.database.write(async () => {
      for (const account of await this.accounts.findMany(ids)) {
        if (account.published !== undefined || !isToldOf(account)) continue;
        touch(account);
        this.accounts.save(account, 'account.told');
      }
    });
    return ids.length < PAGE ? undefined : ids.at(-1);
  }
}
