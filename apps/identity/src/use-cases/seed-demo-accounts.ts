import { Injectable } from '@nestjs/common';
import { defineRefusal } from '#domain-kit';
import { Database, touch } from '#persistence';
import { Clock, newId } from '#platform';
import type { Account } from '../domain/account.js';
import type { DemoAccount } from '../domain/demo-accounts.js';
import { checkComplexity } from '../domain/password-policy.js';
import { IdentityConfig } from '../identity.config.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { Passwords } from '../outbound/passwords.js';

/** 403: a production system has no demo accounts. */
export const demoRefused = defineRefusal({
  code: 'account.demo-refused',
  kind: 'forbidden',
  zh: '生产环境不允许演示账号',
  en: 'Demo accounts are refused in production',
});

/** Makes the demo's accounts, all with one password; accounts of an earlier start get the new password. */
@Injectable()
export class SeedDemoAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly config: IdentityConfig,
  ) {}

  /** Opens its own unit of work. Throws when `NODE_ENV` is `production`; never touches accounts that are not of the demo. */
  async execute(wanted: readonly DemoAccount[], password: string): Promise<void> {
    if (this.config.production) throw demoRefused();
    for (const { account } of wanted) checkComplexity(password, account);
    const fresh = await this.passwords.hash(password);
    await this.database.write(async () => {
      for (const account of wanted) await this.put(account, fresh);
    });
  }

  private async put(wanted: DemoAccount, passwordHash: string): Promise<void> {
    const found = await this.accounts.findByName(wanted.account);
    if (!found) {
      await this.accounts.add(this.created(wanted, passwordHash));
    } else if (found.demo) {
      Object.assign(found, { ...wanted, ...this.fresh(passwordHash) });
      touch(found);
      this.accounts.save(found, 'account.reset');
    }
  }

  private created(wanted: DemoAccount, passwordHash: string): Account {
    return {
      ...wanted,
      ...this.fresh(passwordHash),
      id: newId(),
      accountKey: wanted.account.toLowerCase(),
      demo: true,
      createdAt: this.clock.now(),
      version: 1,
    };
  }

  /** As if it had just been made. */
  private fresh(passwordHash: string): Pick<Account, 'passwordHash' | 'passwordSetAt' | 'lastUsedAt' | 'disabled'> {
    const now = this.clock.now();
    return { passwordHash, passwordSetAt: now, lastUsedAt: now, disabled: false };
  }
}
