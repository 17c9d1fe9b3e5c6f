import { SECOND } from '#domain-kit';
import { every, type Repeating } from '#persistence';
import type { FeedEntry } from '../domain/feed-entry.js';
import type { FeedRepository } from '../outbound/database/feed.repository.js';
import { PAGE_SIZE } from './feed-pages.js';
import { FeedTail, TAIL_LENGTH } from './feed-tail.js';

/** How often commits of other processes are looked for while there are some, and else; only while somebody follows. */
const BUSY_MS = 250;
const CALM_MS = SECOND;
/** So long after the last commit of another process they still count as busy. */
const CALM_AFTER_MS = 60 * SECOND;

/**
 * Keeps the tail of the feed while somebody follows it. What this process commits arrives at once, what other processes
 * commit by a look at the counter.
 */
export class LiveTail {
  private loading: Promise<FeedTail> | undefined;
  private loaded: FeedTail | undefined;
  private looks: Repeating | undefined;
  /** `performance.now()` of the last commit of another process, and of the last look for one. */
  private foundAt = -Infinity;
  private lookedAt = -Infinity;

  /** @param announce told of entries once they are in their place */
  constructor(
    private readonly feed: FeedRepository,
    private readonly announce: (entries: readonly FeedEntry[]) => void,
  ) {}

  /** Follows the commits of this process, and looks for those of others. */
  start(): void {
    this.feed.onCommitted((entries) => this.take(entries));
    // The database is away: the next look finds what this one missed; readiness reports the cause.
    this.looks = every(BUSY_MS, () => this.lookWhenDue(performance.now()), {
      report: () => undefined,
      keepsAlive: false,
    });
  }

  async stop(): Promise<void> {
    await this.looks?.stop();
  }

  /** The tail, loaded for the first who asks. */
  tail(): Promise<FeedTail> {
    return (this.loading ??= this.load());
  }

  /** Nobody follows any more: the next one loads it anew. */
  forget(): void {
    this.loading = undefined;
    this.loaded = undefined;
  }

  private async load(): Promise<FeedTail> {
    try {
      const head = await this.feed.head();
      const entries = await this.feed.after(Math.max(0, head - TAIL_LENGTH), TAIL_LENGTH);
      return (this.loaded = new FeedTail(
        head,
        entries.filter(({ seq }) => seq <= head),
      ));
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Entries committed by this process: straight into the tail, without a query. */
  private take(entries: readonly FeedEntry[]): void {
    const { loaded: tail } = this;
    const last = entries.at(-1)?.seq;
    if (tail && last !== undefined) this.announce(tail.append(entries));
    if (last === undefined || (tail && last <= tail.head)) return;
    // Another process committed in between, or the tail is being loaded.
    this.lookedAt = -Infinity;
    void this.looks?.now();
  }

  /** Looks for what other processes committed, if it is time to. @param now the process's own clock, ms */
  async lookWhenDue(now: number): Promise<void> {
    if (!this.loaded || now - this.lookedAt < (now - this.foundAt < CALM_AFTER_MS ? 0 : CALM_MS - BUSY_MS / 2)) return;
    this.lookedAt = now;
    await this.look(this.loaded);
  }

  /** Looks for entries of other processes, and for what `take` could not put in place. */
  private async look(tail: FeedTail): Promise<void> {
    const head = await this.feed.head();
    while (tail.head < head) {
      const before = tail.head;
      const added = tail.append(await this.feed.after(before, PAGE_SIZE));
      if (added.length > 0) this.foundAt = performance.now();
      this.announce(added);
      if (tail.head === before) return;
    }
  }
}
