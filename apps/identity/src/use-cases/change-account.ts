import { Injectable } from '@nestjs/common';
import { touch } from '#persistence';
import { actorOf, Clock, requireMatch, type Caller } from '#platform';
import { accountUnknown, checkRoles, ownAccount, type Account } from '../domain/account.js';
import { needsSecond, pendingFor, type Grant } from '../domain/granting.js';
import type { AccountAct } from '../outbound/database/account-acts.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Sessions } from './sessions.js';

/** What may be changed of an account; absent fields stay as they are. */
export interface AccountChange extends Grant {
  name?: string;
}

/** Whose decision about which version of an account. */
export interface Decision {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly caller: Caller;
}

/**
 * Changes an account, or proposes what takes a second administrator. Disabling it and changing its roles ends its sessions.
 * Needs a unit of work. Every act throws 404 and, by the version, 412/428.
 */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 for one's own account, 422 `account.roles-refused`. */
  async execute(decision: Decision, { name, disabled, roles }: AccountChange): Promise<Account> {
    const account = await this.found(decision);
    const { caller } = decision;
    const grant: Grant = { ...(disabled !== undefined && { disabled }), ...(roles && { roles: [...new Set(roles)] }) };
    const sensitive = Object.keys(grant).length > 0;
    if (sensitive && account.id === caller.accountId) throw ownAccount();
    checkRoles({ ...account, ...grant });
    account.name = name ?? account.name;
    if (needsSecond(account, grant)) {
      account.pending = { ...grant, by: actorOf(caller), at: this.clock.now().toISOString() };
      return this.keep(account, 'account.change-proposed');
    }
    return sensitive ? this.grant(account, grant, 'account.changed') : this.keep(account, 'account.changed');
  }

  /** The second administrator agrees to what waits. Throws 409 `account.nothing-pending`, 403. */
  async confirm(decision: Decision): Promise<Account> {
    const account = await this.found(decision);
    const { roles, disabled } = pendingFor(account, decision.caller);
    const grant = { ...(roles && { roles }), ...(disabled !== undefined && { disabled }) };
    checkRoles({ ...account, ...grant });
    return this.grant(account, grant, 'account.change-confirmed');
  }

  /** The second administrator does not agree; what is in force stays. Throws 409 `account.nothing-pending`, 403. */
  async refuse(decision: Decision): Promise<Account> {
    const account = await this.found(decision);
    pendingFor(account, decision.caller);
    account.pending = undefined;
    return this.keep(account, 'account.change-refused');
  }

  private async found({ id, ifMatch }: Decision): Promise<Account> {
    const account = await this.accounts.find(id);
    if (!account) throw accountUnknown();
    requireMatch(ifMatch, account);
    return account;
  }

  /** Puts a change in force; what waited is over, since it was thought of for what was before. */
  private async grant(account: Account, grant: Grant, act: AccountAct): Promise<Account> {
    Object.assign(account, grant, { pending: undefined });
    await this.sessions.endAll(account.id);
    return this.keep(account, act);
  }

  private keep(account: Account, act: AccountAct): Account {
    touch(account);
    this.accounts.save(account, act);
    return account;
  }
}
