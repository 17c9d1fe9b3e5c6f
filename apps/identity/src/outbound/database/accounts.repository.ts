import { Injectable } from '@nestjs/common';
import { AccountChanged } from '#contracts';
import { addMs, DAY } from '#domain-kit';
import { Outbox } from '#messaging';
import { Aggregates, AuditTrail, Database, isDuplicateKey, placeholders, sqlTime } from '#persistence';
import { Clock, decodeCursor, type PageQuery } from '#platform';
import { isToldOf, type Account } from '../../domain/account.js';
import { proposedOf } from '../../domain/granting.js';
import { ACTS, type AccountAct } from './account-acts.js';
import { accounts, statedAccounts } from './identity.schema.js';

/**
 * Accounts in identity's database. Most of what befalls them is nobody else's business: the repositories write the audit trail
 * themselves. Of contacts of enterprises the others are told.
 */
@Injectable()
export class AccountsRepository {
  private readonly rows: Aggregates<Account>;
  private readonly trail: AuditTrail;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
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

  /** Those of some sign-in names in lower case that exist. */
  findByKeys(keys: readonly string[]): Promise<Account[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return this.database.rows(accounts, `WHERE \`account_key\` IN (${placeholders(keys.length)})`, keys);
  }

  /** By the hash of a one-time secret, whether it still works or not. */
  findByReset(hash: string): Promise<Account | undefined> {
    return this.database.one(accounts, 'WHERE `reset_hash` = ?', [hash]);
  }

  /** Ids of accounts that are enabled and were not used since. */
  async unused(since: Date, limit: number): Promise<string[]> {
    const found = await this.database.rows(
      accounts,
      'WHERE `disabled` = ? AND `last_used_at` < ? ORDER BY `id` LIMIT ?',
      [0, sqlTime(since), limit],
    );
    return found.map(({ id }) => id);
  }

  /** Keeps the day of the last sign-in. It is nothing that anybody decides on: the version stays. Needs a unit of work. */
  async used(id: string, at: Date): Promise<void> {
    await this.database.execute(
      'UPDATE `account` SET `last_used_at` = ? WHERE `id` = ? AND (`last_used_at` IS NULL OR `last_used_at` < ?)',
      [sqlTime(at), id, sqlTime(addMs(at, -DAY))],
    );
  }

  /** One row more than the page shows, in the order of creation. */
  list(query: PageQuery): Promise<Account[]> {
    const [after = ''] = decodeCursor(query.after, 1) ?? [];
    return this.database.rows(accounts, 'WHERE `id` > ? ORDER BY `id` LIMIT ?', [after, query.limit + 1]);
  }

  /** Those of some ids that exist; needs a unit of work. */
  findMany(ids: readonly string[]): Promise<Account[]> {
    return this.rows.findMany(ids);
  }

  /** Ids of contacts of enterprises whom nobody was told of, from one id on. */
  async untold(after: string, limit: number): Promise<string[]> {
    const found = await this.database.rows(
      accounts,
      'WHERE `enterprise_id` IS NOT NULL AND `published` IS NULL AND `id` > ? ORDER BY `id` LIMIT ?',
      [after, limit],
    );
    return found.map(({ id }) => id);
  }

  /** Inserts at once, so that a taken name is told here: answers false when the name is taken. */
  async add(account: Account): Promise<boolean> {
    const told = isToldOf(account);
    account.published = told ? 1 : 0;
    try {
      await this.database.insert(accounts, [account]);
      const detail = { after: rightsOf(account), states: statedAccounts.states(account) };
      this.trail.record({ subject: account.id, act: 'account.created', object: account.id, opens: true, detail });
      if (told) this.publish(account, 0);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Whether there is any account. */
  async any(): Promise<boolean> {
    return (await this.database.one(accounts, 'LIMIT 1')) !== undefined;
  }

  /** Whether the database holds accounts of the demo. */
  async anyOfDemo(): Promise<boolean> {
    return (await this.database.one(accounts, 'WHERE `demo` = ? LIMIT 1', [1])) !== undefined;
  }

  /** Keeps a changed account, and tells those who must know of it. */
  save(account: Account, act: AccountAct): void {
    const before = this.rows.asRead(account.id);
    this.rows.save(account);
    const detail = { ...changedRights(before, account), states: statedAccounts.states(account) };
    this.trail.record({ subject: account.id, act, object: account.id, detail });
    if (ACTS[act] && isToldOf(account)) account.published = this.publish(account, account.published ?? 0);
  }

  /** Tells how an account is now; answers how often it was told of. */
  private publish({ id, accountKey, name, roles, enterpriseId, disabled }: Account, published: number): number {
    const stream = { id, version: published };
    this.outbox.publish(
      stream,
      AccountChanged.of({
        accountId: id,
        account: accountKey,
        name,
        roles: [...roles],
        ...(enterpriseId !== undefined && { enterpriseId }),
        disabled,
        changedAt: this.clock.now().toISOString(),
      }),
    );
    return stream.version;
  }

  /** A wrong password was tried, and perhaps backed its source off. */
  guessed(accountId: string, act: 'sign-in.refused' | 'sign-in.backed-off'): void {
    this.trail.record({ subject: accountId, act, object: accountId, success: false });
  }

  /** More passwords were refused than anybody forgets: of one account, or of all. */
  guessingSeen(accountId = 'everybody'): void {
    this.trail.recordApart('sign-ins', { act: 'sign-in.guessing', object: accountId, success: false });
  }

  /** Somebody was refused without a change of the account, or there is no such account: the name typed is not kept. */
  refused(accountId = 'unknown'): void {
    this.trail.recordApart('sign-ins', { act: 'sign-in.refused', object: accountId, success: false });
  }
}

/** What an account may do, in words that hold no personal data; who proposes, and when, the entry says itself. */
const rightsOf = ({ roles, unitId, enterpriseId, disabled, pending }: Account) => ({
  roles,
  disabled,
  ...(unitId !== undefined && { unitId }),
  ...(enterpriseId !== undefined && { enterpriseId }),
  ...(pending && { proposed: proposedOf(pending) }),
});

/** Rights before and after a change; nothing where they stayed as they were. */
function changedRights(before: Account | undefined, account: Account): { before?: object; after?: object } {
  const rights = { ...(before && { before: rightsOf(before) }), after: rightsOf(account) };
  return JSON.stringify(rights.before) === JSON.stringify(rights.after) ? {} : rights;
}
