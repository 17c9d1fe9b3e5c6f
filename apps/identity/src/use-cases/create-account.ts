import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { Database } from '#persistence';
import { actorOf, Clock, newId, type Caller } from '#platform';
import { accountTaken, checkName, checkPersonName, checkRoles, type Account } from '../domain/account.js';
import { needsSecond, type PendingChange } from '../domain/granting.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import type { Decided } from './change-account.js';
import { IssueSecret } from './issue-secret.js';
import { NewPassword } from './new-password.js';

/** What a new account is made of. */
export interface NewAccount {
  account: string;
  name: string;
  roles: Role[];
  unitId?: string;
  enterpriseId?: string;
}

/**
 * Creates an account. What an administrator creates with roles that take two administrators has none of its roles until another
 * one confirms. Nobody but its person sets its password: an administrator hands out a link (`ChangeAccount.reset`), or the second
 * one does by confirming.
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly newPassword: NewPassword,
    private readonly issueSecret: IssueSecret,
    private readonly clock: Clock,
  ) {}

  /** For the administrator's route. Throws 409 `account.taken`, 422 `account.name-reserved` or `account.roles-refused`. */
  async execute(wanted: NewAccount, by: Caller): Promise<Account> {
    const created = this.of(wanted);
    const { roles } = created;
    if (!needsSecond({ roles: [] }, { roles })) return this.add(created);
    const pending: PendingChange = { roles, reset: true, by: actorOf(by), at: created.createdAt.toISOString() };
    return this.add({ ...created, roles: [], pending });
  }

  /**
   * For a command on the machine, which opens no unit of work: whoever may run it makes the first administrators. Hands out a
   * one-time secret, or takes a password, which the person has to change before going on. Throws the same, and what is wrong with
   * the password.
   */
  async byCommand(wanted: NewAccount, password?: string): Promise<Decided> {
    const account = this.of(wanted);
    if (password === undefined) {
      const handedOut = this.issueSecret.for(account);
      return { account: await this.add(account), handedOut };
    }
    const passwordHash = await this.newPassword.judge(account, password);
    return { account: await this.add({ ...account, passwordHash, temporary: true, passwordSetAt: account.createdAt }) };
  }

  private async add(account: Account): Promise<Account> {
    if (!(await this.database.write(() => this.accounts.add(account)))) throw accountTaken();
    return account;
  }

  /** An account that may be created, and is not yet. Throws 422 `account.name-reserved` or `account.roles-refused`. */
  of({ account, roles, ...more }: NewAccount): Account {
    const createdAt = this.clock.now();
    const created: Account = {
      ...more,
      id: newId(),
      account,
      accountKey: account.toLowerCase(),
      roles: [...new Set(roles)],
      passwordHash: '',
      lastUsedAt: createdAt,
      disabled: false,
      demo: false,
      createdAt,
      version: 1,
    };
    checkName(account);
    checkPersonName(created.name);
    checkRoles(created);
    return created;
  }
}
