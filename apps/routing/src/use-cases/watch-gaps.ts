import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '#persistence';
import { FillGaps } from './fill-gaps.js';

const EVERY_MS = 1000;

/** Looks at open slots once a second: a unit may have come free in another process, or come on duty. */
@Injectable()
export class WatchGaps implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly fillGaps: FillGaps,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.turn = this.look().catch(() => undefined);
    }, EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Opens a unit of work only when there is a gap. */
  async look(): Promise<void> {
    const [any] = await this.database.query('SELECT 1 AS one FROM `dispatch_gap` LIMIT 1');
    if (any) await this.database.write(() => this.fillGaps.run());
  }
}
