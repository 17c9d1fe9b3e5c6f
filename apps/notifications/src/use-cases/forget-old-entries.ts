import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { addMs, HOUR, MINUTE } from '#domain-kit';
import { every, type Repeating } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { NotificationsConfig } from '../notifications.config.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';

const EVERY_MS = 5 * MINUTE;

/** Keeps the feed bounded: deletes entries older than `feedHours`. Notices stay. */
@Injectable()
export class ForgetOldEntries implements OnModuleInit, OnModuleDestroy {
  private sweeps: Repeating | undefined;

  constructor(
    private readonly feed: FeedRepository,
    private readonly config: NotificationsConfig,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  onModuleInit(): void {
    const report = (error: unknown): void =>
      this.logger.warn({ msg: 'old feed entries could not be deleted', context: 'feed', err: error });
    this.sweeps = every(EVERY_MS, () => this.run(), { report, keepsAlive: false });
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweeps?.stop();
  }

  /** Answers how many entries were deleted. */
  run(): Promise<number> {
    return this.feed.sweep(addMs(this.clock.now(), -this.config.feedHours * HOUR));
  }
}
