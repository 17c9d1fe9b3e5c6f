import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Discipline } from '#contracts';
import { actingAs, Database } from '#persistence';
import { FillGaps } from './fill-gaps.js';

const EVERY_MS = 1000;

/**
 * Looks at open slots when a unit came free, and once a second besides: it may have come free in another process, or come
 * on duty. One look at a time.
 */
@Injectable()
export class WatchGaps implements OnModuleInit, OnModuleDestroy {
  private readonly freed = new Set<Discipline>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private nudged = false;
  private looking = false;

  constructor(
    private readonly database: Database,
    private readonly fillGaps: FillGaps,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      if (!this.looking) this.inTurn(() => this.look());
    }, EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Units of these disciplines come free with the open unit of work: once it is durable, somebody may need them. */
  soon(disciplines: readonly Discipline[]): void {
    this.database.unit.afterCommit(() => {
      for (const discipline of disciplines) this.freed.add(discipline);
      if (this.nudged) return;
      this.nudged = true;
      this.inTurn(() => this.lookForFreed());
    });
  }

  /** Looks at all gaps; answers how many were filled. */
  async look(): Promise<number> {
    return this.fillGaps.run();
  }

  private async lookForFreed(): Promise<void> {
    this.nudged = false;
    const disciplines = [...this.freed];
    this.freed.clear();
    await this.fillGaps.run(disciplines);
  }

  private inTurn(work: () => Promise<unknown>): void {
    this.looking = true;
    const turn = this.turn
      .then(() => actingAs('timer:gaps', work))
      .catch(() => undefined)
      .then(() => {
        if (this.turn === turn) this.looking = false;
      });
    this.turn = turn;
  }
}
