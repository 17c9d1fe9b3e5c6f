import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { serverOf } from '#platform';
import { IdentityConfig } from '../identity.config.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';

/** When a process of production starts to serve and nobody can sign in: says what to do. */
@Injectable()
export class AskForSetup implements OnApplicationBootstrap {
  constructor(
    private readonly config: IdentityConfig,
    private readonly accounts: AccountsRepository,
    private readonly adapter: HttpAdapterHost,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.production || !serverOf(this.adapter) || (await this.accounts.any())) return;
    new Logger('setup').warn(
      'Nobody has an account yet: `npm run qijing -- setup` (in an image `qijing setup`) makes the three administrators, ' +
        '`npm run qijing -- doctor` says what else is missing before going live',
    );
  }
}
