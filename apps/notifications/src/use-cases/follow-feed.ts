import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SECOND } from '#domain-kit';
import { every, type Repeating } from '#persistence';
import { OPERATORS, type Listener } from '../domain/audiences.js';
import { audiencesIn, shareOf, type FeedEntry, type Share } from '../domain/feed-entry.js';
import { AudienceRepository } from '../outbound/database/audience.repository.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import { FeedPages, KEPT_PAGES, PAGE_SIZE } from './feed-pages.js';
import { FeedTail, TAIL_LENGTH } from './feed-tail.js';
import { Follower, Followers } from './followers.js';

/** How often commits of other processes are looked for while there are some, and else; only while somebody follows. */
const BUSY_MS = 250;
const CALM_MS = SECOND;
/** So long after the last commit of another process they still count as busy. */
const CALM_AFTER_MS = 60 * SECOND;
/**
 * Entries of the whole feed that somebody may be behind who is told of few of them: what all the pages in memory hold, so
 * that any number of them coming back at once costs at most that many reads. Operators are told of all and wade through none.
 */
export const LOOK_BACK = KEPT_PAGES * PAGE_SIZE;

/** The next entries for somebody; `upTo` is how far that brings him, entries for others included. */
export interface Next {
  readonly shares: readonly Share[];
  readonly upTo: number;
}

/** Somebody who follows the feed. */
export interface Following {
  /** Where the feed ends now. */
  head(): number;
  /** Just before the oldest entry that he may follow from. */
  start(): Promise<number>;
  /** Where he stands without missing anything: `seq`, or further when nothing after it is for him. */
  reached(seq: number): number;
  /** The next entries for him; `gap` when what follows the position is no longer kept, or too far back for him. */
  after(seq: number): Promise<Next | 'gap'>;
  close(): void;
}

/**
 * Lets many follow the feed: one tail in memory and one query per page, however many follow and whoever they are. What this
 * process commits arrives at once, what other processes commit by a look at the counter.
 */
@Injectable()
export class FollowFeed implements OnModuleInit, OnModuleDestroy {
  private readonly followers = new Followers();
  private readonly pages: FeedPages;
  private loading: Promise<FeedTail> | undefined;
  private tail: FeedTail | undefined;
  private looks: Repeating | undefined;
  /** `performance.now()` of the last commit of another process, and of the last look for one. */
  private foundAt = -Infinity;
  private lookedAt = -Infinity;

  constructor(
    private readonly feed: FeedRepository,
    private readonly incidents: AudienceRepository,
  ) {
    this.pages = new FeedPages(feed);
  }

  onModuleInit(): void {
    this.feed.onCommitted((entries) => this.take(entries));
    // The database is away: the next look finds what this one missed; readiness reports the cause.
    this.looks = every(BUSY_MS, () => this.lookWhenDue(performance.now()), {
      report: () => undefined,
      keepsAlive: false,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.looks?.stop();
  }

  /**
   * Follows the feed from now on; `wake` is called whenever something for one of the audiences came. What a `listener` may no
   * longer know of an incident is left out, also of what he was told before.
   */
  async run(audiences: readonly string[], wake: () => void, listener?: Listener): Promise<Following> {
    const follower = new Follower(audiences, wake, listener);
    this.followers.add(follower);
    let open = true;
    const close = (): void => {
      if (open) this.leave(follower);
      open = false;
    };
    let tail: FeedTail;
    try {
      tail = await (this.loading ??= this.load());
    } catch (error) {
      close();
      throw error;
    }
    const wholeFeed = audiences.includes(OPERATORS);
    return {
      head: () => tail.head,
      start: async () => {
        const oldest = ((await this.feed.oldest()) ?? tail.head + 1) - 1;
        return wholeFeed ? oldest : Math.max(oldest, tail.head - LOOK_BACK);
      },
      reached: (seq) => {
        const at = follower.from(seq, tail.head);
        if (at === tail.head) follower.whole(at);
        return at;
      },
      after: (seq) =>
        seq > tail.head || (!wholeFeed && tail.head - follower.from(seq, tail.head) > LOOK_BACK)
          ? Promise.resolve('gap')
          : this.after(follower, tail, follower.from(seq, tail.head)),
      close,
    };
  }

  private async after(follower: Follower, tail: FeedTail, seq: number): Promise<Next | 'gap'> {
    const entries = tail.after(seq) ?? (await this.pages.after(seq, tail.head));
    const upTo = entries.at(-1)?.seq ?? seq;
    // Entries are numbered without holes: where some are missing they were forgotten.
    if (upTo - seq !== entries.length || (entries.length === 0 && seq < tail.head)) return 'gap';
    if (upTo === tail.head) follower.whole(upTo);
    return { shares: await this.sharesOf(follower, entries), upTo };
  }

  /** Operators may know of every incident; for others it is looked up how those stand that something is for them of. */
  private async sharesOf(follower: Follower, entries: readonly FeedEntry[]): Promise<Share[]> {
    const { audiences } = follower;
    const concerned = entries.filter((entry) => audiencesIn(entry).some((audience) => audiences.includes(audience)));
    const asked = follower.listener && !audiences.includes(OPERATORS) ? concerned : [];
    const known = await this.incidents.read([...new Set(asked.flatMap(({ incidentId }) => incidentId ?? []))]);
    return concerned.flatMap((entry) => shareOf(entry, follower, known.get(entry.incidentId ?? '')) ?? []);
  }

  private leave(follower: Follower): void {
    this.followers.remove(follower);
    if (this.followers.size === 0) this.forget();
  }

  private forget(): void {
    this.loading = undefined;
    this.tail = undefined;
  }

  private async load(): Promise<FeedTail> {
    try {
      const head = await this.feed.head();
      const entries = await this.feed.after(Math.max(0, head - TAIL_LENGTH), TAIL_LENGTH);
      return (this.tail = new FeedTail(
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
    const { tail } = this;
    const last = entries.at(-1)?.seq;
    if (tail && last !== undefined) this.followers.announce(tail.append(entries));
    if (last === undefined || (tail && last <= tail.head)) return;
    // Another process committed in between, or the tail is being loaded.
    this.lookedAt = -Infinity;
    void this.looks?.now();
  }

  /** Looks for what other processes committed, if it is time to. @param now the process's own clock, ms */
  async lookWhenDue(now: number): Promise<void> {
    if (!this.tail || now - this.lookedAt < (now - this.foundAt < CALM_AFTER_MS ? 0 : CALM_MS - BUSY_MS / 2)) return;
    this.lookedAt = now;
    await this.look(this.tail);
  }

  /** Looks for entries of other processes, and for what `take` could not put in place. */
  private async look(tail: FeedTail): Promise<void> {
    const head = await this.feed.head();
    while (tail.head < head) {
      const before = tail.head;
      const added = tail.append(await this.feed.after(before, PAGE_SIZE));
      if (added.length > 0) this.foundAt = performance.now();
      this.followers.announce(added);
      if (tail.head === before) return;
    }
  }
}
