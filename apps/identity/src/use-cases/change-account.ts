import { Injectable } from '@nestjs/common';
import { touch } from '#persistence';
import { actorOf, Clock, requireMatch, type Caller } from '#platform';
import { accountUnknown, checkRoles, ownAccount, type Account } from '../domain/account.js';
import { needsSecond, pendingFor, proposedOf, type Grant } from '../domain/granting.js';
import type { AccountAct } from '../outbound/database/account-acts.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';
import { IssueSecret, type OneTimeSecret } from './issue-secret.js';
import { Sessions } from './sessions.js';

/** What may be changed of an account; absent fields stay as they are. */
export interface AccountChange extends Omit<Grant, 'reset'> {
  name?: string;
}

/**
 * Whose decision about which version of an account. A command on the machine names nobody: whoever may run it is not held by
 * what takes two administrators.
 */
export interface Decision {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly caller?: Caller;
}

/** An account after a decision, and what its person sets a password with, where that was decided: shown once. */
export interface Decided {
  account: Account;
  handedOut?: OneTimeSecret;
}

/**
 * Changes an account, or proposes what takes a second administrator. Whatever changes its rights or its password ends its
 * sessions. Needs a unit of work. Every act throws 404 and, by the version, 412/428.
 */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly sessions: Sessions,
    private readonly issueSecret: IssueSecret,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 for one's own account, 422 `account.roles-refused`. */
  async execute(decision: Decision, { name, disabled, roles, unitId }: AccountChange): Promise<Decided> {
    const account = await this.found(decision);
    const grant: Grant = {
      ...(disabled !== undefined && { disabled }),
      ...(roles && { roles: [...new Set(roles)] }),
      ...(unitId !== undefined && { unitId }),
    };
    account.name = name ?? account.name;
    if (Object.keys(grant).length === 0) return this.keep(account, 'account.changed');
    if (account.id === decision.caller?.accountId) throw ownAccount();
    return this.grantOrPropose(account, grant, decision.caller);
  }

  /** The password is over, and the person gets a one-time secret to set another one. */
  async reset(decision: Decision): Promise<Decided> {
    return this.grantOrPropose(await this.found(decision), { reset: true }, decision.caller);
  }

  /** Devices and addresses that were backed off may try again. */
  async unlock(decision: Decision): Promise<Decided> {
    const account = await this.found(decision);
    await this.sources.unblock(account.id);
    return this.keep(account, 'account.unlocked');
  }

  /** The second administrator agrees to what waits. Throws 409 `account.nothing-pending`, 403. */
  async confirm(decision: Decision & { caller: Caller }): Promise<Decided> {
    const account = await this.found(decision);
    return this.grant(account, proposedOf(pendingFor(account, decision.caller)), 'account.change-confirmed');
  }

  /** The second administrator does not agree; what is in force stays. Throws 409 `account.nothing-pending`, 403. */
  async refuse(decision: Decision & { caller: Caller }): Promise<Decided> {
    const account = await this.found(decision);
    pendingFor(account, decision.caller);
    account.pending = undefined;
    return this.keep(account, 'account.change-refused');
  }

  private async found({ id, ifMatch, caller }: Decision): Promise<Account> {
    const account = await this.accounts.find(id);
    if (!account) throw accountUnknown();
    if (caller) requireMatch(ifMatch, account);
    return account;
  }

  private async grantOrPropose(account: Account, grant: Grant, caller: Caller | undefined): Promise<Decided> {
    if (!caller || !needsSecond(account, grant)) return this.grant(account, grant, 'account.changed');
    checkRoles({ ...account, ...grant });
    account.pending = { ...beside(grant, account), by: actorOf(caller), at: this.clock.now().toISOString() };
    return this.keep(account, 'account.change-proposed');
  }

  /** Puts a change in force; what waited is over, since it was thought of for what was before. */
  private async grant(account: Account, { reset, ...granted }: Grant, act: AccountAct): Promise<Decided> {
    checkRoles({ ...account, ...granted });
    Object.assign(account, granted, { pending: undefined });
    // Whoever is let in again has been away: that is no disuse.
    if (granted.disabled === false) account.lastUsedAt = this.clock.now();
    const handedOut = reset && this.issueSecret.for(account);
    await this.sessions.endAll(account.id);
    return { ...this.keep(account, reset ? 'password.reset-issued' : act), ...(handedOut && { handedOut }) };
  }

  private keep(account: Account, act: AccountAct): Decided {
    touch(account);
    this.accounts.save(account, act);
    return { account };
  }
}

/** A newer proposal takes the place of the one that waits; a link goes with it, and takes the place of none. */
function beside(grant: Grant, { pending }: Account): Grant {
  if (!pending) return grant;
  const waiting = proposedOf(pending);
  if (grant.reset) return { ...waiting, ...grant };
  return { ...(waiting.reset && { reset: true }), ...grant };
}
