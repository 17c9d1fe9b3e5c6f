import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { page } from '#platform';
import { accountUnknown, type Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { ChangeAccount, type Decided, type Decision } from './change-account.js';
import { ListAccounts } from './list-accounts.js';

/** Accounts read at a time. */
const PAGE = 200;

/**
 * What commands on the machine do with accounts, by sign-in name; they open units of work. Whoever may run them is held neither by
 * versions nor by what takes two administrators: this is the way back in when administrators are locked out.
 */
@Injectable()
export class AccountCommands {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly listAccounts: ListAccounts,
    private readonly change: ChangeAccount,
  ) {}

  /** Every account in the order of creation, and whether some device or address of it is backed off. */
  async list(): Promise<{ account: Account; locked: boolean }[]> {
    const all: { account: Account; locked: boolean }[] = [];
    for (let after: string | undefined, more = true; more;) {
      const query = { limit: PAGE, ...(after !== undefined && { after }) };
      const { rows, blocked } = await this.listAccounts.execute(query);
      const seen = (account: Account) => ({ account, locked: blocked.has(account.id) });
      const { items, next } = page(query, rows, ({ id }) => [id], seen);
      all.push(...items);
      [after, more] = [next ?? undefined, next !== null];
    }
    return all;
  }

  /** Throws 404 `account.unknown`, as all of these do. */
  reset(name: string): Promise<Decided> {
    return this.decide(name, (decision) => this.change.reset(decision));
  }

  unlock(name: string): Promise<Decided> {
    return this.decide(name, (decision) => this.change.unlock(decision));
  }

  disable(name: string): Promise<Decided> {
    return this.decide(name, (decision) => this.change.execute(decision, { disabled: true }));
  }

  enable(name: string): Promise<Decided> {
    return this.decide(name, (decision) => this.change.execute(decision, { disabled: false }));
  }

  private decide(name: string, act: (decision: Decision) => Promise<Decided>): Promise<Decided> {
    return this.database.write(async () => {
      const account = await this.accounts.findByName(name);
      if (!account) throw accountUnknown();
      return act({ id: account.id, ifMatch: undefined });
    });
  }
}
