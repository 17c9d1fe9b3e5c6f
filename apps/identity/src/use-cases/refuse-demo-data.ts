import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityConfig } from '../identity.config.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';

/** Keeps a production process from starting on data of the demo, whose password is known to whoever tried it. */
@Injectable()
export class RefuseDemoData implements OnModuleInit {
  constructor(
    private readonly config: IdentityConfig,
    private readonly accounts: AccountsRepository,
  ) {}

  /** Throws one sentence that says what to do. */
  async onModuleInit(): Promise<void> {
    if (!this.config.production || !(await this.accounts.anyOfDemo())) return;
    throw new Error(
      'This data was made by the demo and holds its accounts: production does not start on it. ' +
        'Name an empty QIJING_DATA_DIR or database, or run the demo without NODE_ENV=production.',
    );
  }
}
