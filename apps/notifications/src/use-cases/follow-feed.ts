import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import type { FeedEntryRow } from '../outbound/database/tables.js';
import { FeedPages, PAGE_SIZE } from './feed-pages.js';
import { FeedTail, TAIL_LENGTH } from './feed-tail.js';

/** How often commits of other processes are looked for, in milliseconds; only while somebody follows. */
const POLL_MS = 250;

/** Where somebody stands in each feed: the number of the last entry seen. */
export type Position = Map<string, number>;

/** Somebody who follows feeds. */
export interface Following {
  readonly audiences: readonly string[];
  /** Where the feeds end now. */
  heads(): Position;
  /** Just before the oldest entries that are kept. */
  start(): Promise<Position>;
  /** The next entries of one feed; none at its end; `gap` when what follows the position is no longer kept. */
  after(audience: string, seq: number): Promise<readonly FeedEntryRow[] | 'gap'>;
  close(): void;
}

interface Held {
  readonly audience: string;
  followers: number;
  readonly loaded: Promise<FeedTail>;
  tail?: FeedTail;
}

/**
 * Lets many follow the feeds of few audiences: one tail in memory and one query per audience and page, however many
 * follow. What this process commits arrives at once, what other processes commit by a look at the heads.
 */
@Injectable()
export class FollowFeed implements OnModuleInit, OnModuleDestroy {
  private readonly held = new Map<string, Held>();
  private readonly pages: FeedPages;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(private readonly feed: FeedRepository) {
    this.pages = new FeedPages(feed);
  }

  onModuleInit(): void {
    this.feed.onCommitted((entries) => this.take(entries));
    this.timer = setInterval(() => void this.look(), POLL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Follows feeds from now on; `wake` is called whenever one of them grew. */
  async run(audiences: readonly string[], wake: () => void): Promise<Following> {
    const holds = audiences.map((audience) => this.hold(audience));
    const tails = new Map<string, FeedTail>();
    const close = (): void => {
      for (const tail of tails.values()) tail.listeners.delete(wake);
      for (const hold of holds.splice(0)) this.release(hold);
    };
    try {
      for (const hold of holds) {
        const tail = (hold.tail = await hold.loaded);
        tail.listeners.add(wake);
        tails.set(hold.audience, tail);
      }
    } catch (error) {
      close();
      throw error;
    }
    return {
      audiences,
      heads: () => new Map([...tails].map(([audience, tail]) => [audience, tail.head])),
      start: async () => {
        const oldest = await Promise.all(audiences.map((audience) => this.feed.oldest(audience)));
        return new Map([...tails].map(([audience, tail], at) => [audience, (oldest[at] ?? tail.head + 1) - 1]));
      },
      after: (audience, seq) => this.after(audience, tails.get(audience), seq),
      close,
    };
  }

  private async after(
    audience: string,
    tail: FeedTail | undefined,
    seq: number,
  ): Promise<readonly FeedEntryRow[] | 'gap'> {
    if (!tail || seq > tail.head) return 'gap';
    const entries = tail.after(seq) ?? (await this.pages.after(audience, seq, tail.head));
    const last = entries.at(-1);
    if (!last) return seq === tail.head ? [] : 'gap';
    return last.seq - seq === entries.length ? entries : 'gap';
  }

  private hold(audience: string): Held {
    const known = this.held.get(audience) ?? this.begin(audience);
    known.followers += 1;
    return known;
  }

  private begin(audience: string): Held {
    const held: Held = { audience, followers: 0, loaded: this.load(audience) };
    this.held.set(audience, held);
    held.loaded.catch(() => this.forget(held));
    return held;
  }

  private release(held: Held): void {
    held.followers -= 1;
    if (held.followers === 0) this.forget(held);
  }

  private forget(held: Held): void {
    if (this.held.get(held.audience) === held) this.held.delete(held.audience);
  }

  private async load(audience: string): Promise<FeedTail> {
    const head = (await this.feed.heads([audience])).get(audience) ?? 0;
    const entries = await this.feed.after(audience, Math.max(0, head - TAIL_LENGTH), TAIL_LENGTH);
    return new FeedTail(
      head,
      entries.filter(({ seq }) => seq <= head),
    );
  }

  /** Entries committed by this process: straight into the tails, without a query. */
  private take(entries: readonly FeedEntryRow[]): void {
    const byAudience = new Map<string, FeedEntryRow[]>();
    for (const entry of entries) {
      if (!this.held.has(entry.audience)) continue;
      const of = byAudience.get(entry.audience);
      if (of) of.push(entry);
      else byAudience.set(entry.audience, [entry]);
    }
    const grown = [...byAudience].flatMap(([audience, added]) => {
      const tail = this.held.get(audience)?.tail;
      tail?.append(added);
      return tail ?? [];
    });
    // Only now, so that who follows several feeds finds all of a commit.
    for (const tail of grown) tail.announce();
  }

  /** Looks for entries of other processes, and for what `take` could not put in place. */
  private async look(): Promise<void> {
    const followed = [...this.held].flatMap(([audience, { tail }]) => (tail ? [{ audience, tail }] : []));
    if (this.looking || followed.length === 0) return;
    this.looking = true;
    try {
      const heads = await this.feed.heads(followed.map(({ audience }) => audience));
      const grown = followed.filter(({ audience, tail }) => (heads.get(audience) ?? 0) > tail.head);
      for (const { audience, tail } of grown) await this.catchUp(audience, tail);
      for (const { tail } of grown) tail.announce();
    } catch {
      // The database is away: the next look finds what this one missed; readiness reports the cause.
    } finally {
      this.looking = false;
    }
  }

  private async catchUp(audience: string, tail: FeedTail): Promise<void> {
    for (let grew = true; grew;) {
      const before = tail.head;
      const entries = await this.feed.after(audience, before, PAGE_SIZE);
      tail.append(entries);
      grew = entries.length === PAGE_SIZE && tail.head > before;
    }
  }
}
