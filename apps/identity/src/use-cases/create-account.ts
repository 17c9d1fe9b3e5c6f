import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { Database } from '#persistence';
import { actorOf, Clock, newId, type Caller } from '#platform';
import { accountTaken, checkName, checkRoles, type Account } from '../domain/account.js';
import { needsSecond, type PendingChange } from '../domain/granting.js';
import { checkPassword } from '../domain/password-policy.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Passwords } from '../outbound/passwords.js';

/** What a new account is made of. */
export interface NewAccount {
  account: string;
  name: string;
  password: string;
  roles: Role[];
  unitId?: string;
  enterpriseId?: string;
}

/**
 * Creates an account, for the administrator's route and for the command line, which opens no unit of work of its own. What
 * an administrator creates with roles that take two administrators has none of its roles until another one confirms; whoever
 * may run commands on the machine makes the first administrators and is not held by this.
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 `account.taken`, 422 `account.name-reserved`, `account.password-weak` or `account.roles-refused`. */
  async execute(
    { account, name, password, unitId, enterpriseId, ...wanted }: NewAccount,
    by?: Caller,
  ): Promise<Account> {
    const roles = [...new Set(wanted.roles)];
    checkName(account);
    checkPassword(password, account);
    checkRoles({ roles, unitId, enterpriseId });
    const createdAt = this.clock.now();
    const pending: PendingChange | undefined =
      by && needsSecond({ roles: [] }, { roles }) ? { roles, by: actorOf(by), at: createdAt.toISOString() } : undefined;
    const created: Account = {
      id: newId(),
      account,
      accountKey: account.toLowerCase(),
      name,
      roles: pending ? [] : roles,
      unitId,
      enterpriseId,
      passwordHash: await this.passwords.hash(password),
      disabled: false,
      pending,
      demo: false,
      failures: 0,
      createdAt,
      version: 1,
    };
    if (!(await this.database.write(() => this.accounts.add(created)))) throw accountTaken();
    return created;
  }
}
