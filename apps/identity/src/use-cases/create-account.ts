import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { Database } from '#persistence';
import { Clock, newId } from '#platform';
import { accountTaken, checkRoles, type Account } from '../domain/account.js';
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

/** Creates an account, for the administrator's route and for the command line, which opens no unit of work of its own. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 `account.taken`, 422 `account.password-weak` or 422 `account.roles-refused`. */
  async execute({ account, name, password, roles, unitId, enterpriseId }: NewAccount): Promise<Account> {
    checkPassword(password, account);
    checkRoles({ roles, unitId, enterpriseId });
    const created: Account = {
      id: newId(),
      account,
      accountKey: account.toLowerCase(),
      name,
      roles: [...new Set(roles)],
      unitId,
      enterpriseId,
      passwordHash: await this.passwords.hash(password),
      disabled: false,
      demo: false,
      failures: 0,
      createdAt: this.clock.now(),
      version: 1,
    };
    if (!(await this.database.write(() => this.accounts.add(created)))) throw accountTaken();
    return created;
  }
}
