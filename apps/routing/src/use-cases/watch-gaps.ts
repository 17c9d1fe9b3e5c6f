import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Discipline } from '#contracts';
import { actingAs, Database, every, type Repeating } from '#persistence';
import { FillGaps } from './fill-gaps.js';

const EVERY_MS = 1000;

/**
 * Looks at open slots when a unit came free, and once a second besides: it may have come free in another process, or come
 * on duty. One look at a time.
 */
@Injectable()
export class WatchGaps implements OnModuleInit, OnModuleDestroy {
  private readonly freed = new Set<Discipline>();
  private looking: Repeating | undefined;
  private lookedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly fillGaps: FillGaps,
  ) {}

  onModuleInit(): void {
    // What a look cannot do the next one does; that the database is away is said elsewhere.
    const report = () => undefined;
    this.looking = every(EVERY_MS, () => actingAs('timer:gaps', () => this.turn()), { report, keepsAlive: false });
  }

  async onModuleDestroy(): Promise<void> {
    await this.looking?.stop();
  }

  /** Units of these disciplines come free with the open unit of work: once it is durable, somebody may need them. */
  soon(disciplines: readonly Discipline[]): void {
    this.database.unit.afterCommit(() => {
      for (const discipline of disciplines) this.freed.add(discipline);
      void this.looking?.now();
    });
  }

  /** Looks at the gaps that somebody may have come free for, at all of them once a second. */
  private async turn(): Promise<void> {
    do {
      const disciplines = [...this.freed];
      this.freed.clear();
      const all = disciplines.length === 0 || performance.now() - this.lookedAt >= EVERY_MS;
      if (all) this.lookedAt = performance.now();
      await this.fillGaps.run(all ? undefined : disciplines);
    } while (this.freed.size > 0);
  }
}
