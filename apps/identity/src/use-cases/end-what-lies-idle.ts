import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HOUR, SECOND } from '#domain-kit';
import { actingAs, every, type Repeating } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';
import { DisableUnusedAccounts } from './disable-unused-accounts.js';
import { EndIdleSessions } from './end-idle-sessions.js';

const FIRST_MS = 30 * SECOND;

/** Has what lies idle ended, again and again. Every process of identity does it: each row is taken once. */
@Injectable()
export class EndWhatLiesIdle implements OnModuleInit, OnModuleDestroy {
  private repeated: Repeating[] = [];

  constructor(
    private readonly endIdleSessions: EndIdleSessions,
    private readonly disableUnused: DisableUnusedAccounts,
    private readonly sources: SignInSourcesRepository,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  onModuleInit(): void {
    const report = (error: unknown): void =>
      this.logger.warn({ msg: 'what lies idle could not be ended', context: 'accounts', err: error });
    const again = (ms: number, work: () => Promise<unknown>): Repeating =>
      every(ms, () => actingAs('deadline:idle', work), { firstMs: FIRST_MS, report, keepsAlive: false });
    this.repeated = [
      again(30 * SECOND, () => this.endIdleSessions.execute()),
      again(HOUR, () => this.disableUnused.execute()),
      again(HOUR, () => this.sources.forgetOld(this.clock.now())),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    for (const each of this.repeated) await each.stop();
  }
}
