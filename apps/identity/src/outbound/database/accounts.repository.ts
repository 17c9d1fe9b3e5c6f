import { Injectable } from '@nestjs/common';
import { Aggregates, AuditTrail, Database, isDuplicateKey } from '#persistence';
import type { PageQuery } from '#platform';
import { decodeCursor } from '#platform';
import type { Account } from '../../domain/account.js';
import { accounts } from './identity.schema.js';

/** What befalls an account, as the audit trail names it. */
export type AccountAct =
  | 'account.changed'
  | 'account.change-proposed'
  | 'account.change-confirmed'
  | 'account.change-refused'
  | 'account.reset'
  | 'sign-in.refused'
  | 'sign-in.failures-forgotten';

/** Accounts in identity's database. Identity publishes no events, so its repositories write the audit trail. */
@Injectable()
export class AccountsRepository {
  private readonly rows: Aggregates<Account>;
  private readonly trail: AuditTrail;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, accounts);
    this.trail = AuditTrail.of(database);
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
      this.trail.record({ subject: account.id, act: 'account.created', object: account.id, opens: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Whether the database holds accounts of the demo. */
  async anyOfDemo(): Promise<boolean> {
    return (await this.database.one(accounts, 'WHERE `demo` = ? LIMIT 1', [1])) !== undefined;
  }

  save(account: Account, act: AccountAct): void {
    this.rows.save(account);
    this.trail.record({ subject: account.id, act, object: account.id, success: act !== 'sign-in.refused' });
  }

  /** Somebody was refused without a change of the account, or there is no such account: the name typed is not kept. */
  refused(accountId = 'unknown'): void {
    this.trail.recordApart('sign-ins', { act: 'sign-in.refused', object: accountId, success: false });
  }
}
