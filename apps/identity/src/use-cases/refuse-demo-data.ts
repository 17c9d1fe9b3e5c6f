import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { serverOf, StartRefused } from '#platform';
import { IdentityConfig } from '../identity.config.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';

/**
 * Keeps a production process from serving data of the demo, whose password is known to whoever tried it. Commands, which have
 * the same modules and no server, still look at such data.
 */
@Injectable()
export class RefuseDemoData implements OnModuleInit {
  constructor(
    private readonly config: IdentityConfig,
    private readonly accounts: AccountsRepository,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Throws `StartRefused`. */
  async onModuleInit(): Promise<void> {
    if (!this.config.production || !serverOf(this.adapter) || !(await this.accounts.anyOfDemo())) return;
    throw new StartRefused(
      'This data was made by the demo and holds its accounts: production does not start on it. ' +
        'Name an empty QIJING_DATA_DIR or database, or run the demo without NODE_ENV=production.',
    );
  }
}
