import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { OPERATORS, type Listener } from '../domain/audiences.js';
import { audiencesIn, shareOf, type FeedEntry, type Share } from '../domain/feed-entry.js';
import { AudienceRepository } from '../outbound/database/audience.repository.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import { FeedPages, KEPT_PAGES, PAGE_SIZE } from './feed-pages.js';
import type { FeedTail } from './feed-tail.js';
import { Follower, Followers } from './followers.js';
import type { Following, Next } from './following.js';
import { LiveTail } from './live-tail.js';

/**
 * Entries of the whole feed that somebody may be behind who is told of few of them: what all the pages in memory hold, so
 * that any number of them coming back at once costs at most that many reads. Operators are told of all and wade through none.
 */
export const LOOK_BACK = KEPT_PAGES * PAGE_SIZE;

/**
 * Lets many follow the feed: one tail in memory and one query per page, however many follow and whoever they are. What this
 * process commits arrives at once, what other processes commit by a look at the counter.
 */
@Injectable()
export class FollowFeed implements OnModuleInit, OnModuleDestroy {
  private readonly followers = new Followers();
  private readonly pages: FeedPages;
  private readonly live: LiveTail;

  constructor(
    private readonly feed: FeedRepository,
    private readonly incidents: AudienceRepository,
  ) {
    this.pages = new FeedPages(feed);
    this.live = new LiveTail(feed, (entries) => this.followers.announce(entries));
  }

  onModuleInit(): void {
    this.live.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.live.stop();
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
      tail = await this.live.tail();
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
    if (this.followers.size === 0) this.live.forget();
  }

  /** Looks for what other processes committed, if it is time to. @param now the process's own clock, ms */
  lookWhenDue(now: number): Promise<void> {
    return this.live.lookWhenDue(now);
  }
}
