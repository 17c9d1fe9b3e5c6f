import { Injectable } from '@nestjs/common';
import { addMs, DAY } from '#domain-kit';
import { Database, touch } from '#persistence';
import { Clock } from '#platform';
import { IdentityConfig } from '../identity.config.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Sessions } from './sessions.js';

/** Accounts disabled in one turn. */
const PAGE = 100;

/** Disables accounts that nobody used for long; who needs one again has it enabled. */
@Injectable()
export class DisableUnusedAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly config: IdentityConfig,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were found. Opens units of work. */
  async execute(): Promise<number> {
    if (this.config.unusedDays === 0) return 0;
    const since = addMs(this.clock.now(), -this.config.unusedDays * DAY);
    const ids = await this.accounts.unused(since, PAGE);
    for (const id of ids) await this.database.write(() => this.disable(id, since));
    return ids.length;
  }

  private async disable(id: string, since: Date): Promise<void> {
    const account = await this.accounts.find(id);
    if (!account || account.disabled || (account.lastUsedAt ?? account.createdAt) >= since) return;
    account.disabled = true;
    await this.sessions.endAll(id);
    touch(account);
    this.accounts.save(account, 'account.unused-disabled');
  }
}
