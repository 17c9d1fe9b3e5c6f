import { Injectable } from '@nestjs/common';
import { Aggregates, Database, isDuplicateKey } from '#persistence';
import type { PageQuery } from '#platform';
import { decodeCursor } from '#platform';
import type { Account } from '../../domain/account.js';
import { accounts } from './identity.schema.js';

/** Accounts in identity's database. */
@Injectable()
export class AccountsRepository {
  private readonly rows: Aggregates<Account>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, accounts);
  }

  find(id: string): Promise<Account | undefined> {
    return this.rows.find(id);
  }

  /** By sign-in name, in any case. Within a unit of work the row found can be saved. */
  async findByName(account: string): Promise<Account | undefined> {
    const found = await this.database.one(accounts, 'WHERE `account_key` = ?', [account.toLowerCase()]);
    return found && this.database.inUnit ? this.rows.find(found.id) : found;
  }

  /** One row more than the page shows, in the order of creation. */
  list(query: PageQuery): Promise<Account[]> {
    const [after = ''] = decodeCursor(query.after, 1) ?? [];
    return this.database.rows(accounts, 'WHERE `id` > ? ORDER BY `id` LIMIT ?', [after, query.limit + 1]);
  }

  /** Inserts at once, so that a taken name is told here: answers false when the name is taken. */
  async add(account: Account): Promise<boolean> {
    try {
      await this.database.insert(accounts, [account]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  save(account: Account): void {
    this.rows.save(account);
  }
}
