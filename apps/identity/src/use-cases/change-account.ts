import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { touch } from '#persistence';
import { requireMatch, type Caller } from '#platform';
import { accountUnknown, checkRoles, ownAccount, type Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Sessions } from './sessions.js';

/** What may be changed of an account; absent fields stay as they are. */
export interface AccountChange {
  name?: string;
  disabled?: boolean;
  roles?: Role[];
}

/** Changes an account. Disabling it and taking roles away ends its sessions. Needs a unit of work. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
  ) {}

  /** Throws 404, 409 for one's own account, 412/428 by the version, 422 `account.roles-refused`. */
  async execute(id: string, change: AccountChange, ifMatch: string | undefined, caller: Caller): Promise<Account> {
    const account = await this.accounts.find(id);
    if (!account) throw accountUnknown();
    requireMatch(ifMatch, account);
    const sensitive = change.disabled !== undefined || change.roles !== undefined;
    if (sensitive && id === caller.accountId) throw ownAccount();
    const roles = change.roles ? [...new Set(change.roles)] : account.roles;
    checkRoles({ ...account, roles });
    Object.assign(account, { name: change.name ?? account.name, disabled: change.disabled ?? account.disabled, roles });
    touch(account);
    this.accounts.save(account, 'account.changed');
    if (sensitive) await this.sessions.endAll(id);
    return account;
  }
}
