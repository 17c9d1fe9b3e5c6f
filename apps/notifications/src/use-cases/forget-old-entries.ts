import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { addMs, HOUR, MINUTE } from '#domain-kit';
import { AppLogger, Clock } from '#platform';
import { NotificationsConfig } from '../notifications.config.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';

const EVERY_MS = 5 * MINUTE;

/** Keeps the feeds bounded: deletes entries older than `feedHours`. Notices stay. */
@Injectable()
export class ForgetOldEntries implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private sweep: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly feed: FeedRepository,
    private readonly config: NotificationsConfig,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.sweep = this.run().catch((error: unknown) =>
        this.logger.warn({ msg: 'old feed entries could not be deleted', context: 'feed', err: error }),
      );
    }, EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.sweep;
  }

  /** Answers how many entries were deleted. */
  run(): Promise<number> {
    return this.feed.sweep(addMs(this.clock.now(), -this.config.feedHours * HOUR));
  }
}
