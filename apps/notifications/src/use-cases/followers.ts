import type { Listener } from '../domain/audiences.js';
import { audiencesIn, type FeedEntry } from '../domain/feed-entry.js';

/** One who follows the feed, and what is known of where it stands. */
export class Follower {
  /** End of the feed when it had last got everything; -1 before. */
  private wholeAt = -1;
  /** The first entry since then that is for it. */
  private next: number | undefined;

  constructor(
    readonly audiences: readonly string[],
    readonly wake: () => void,
    readonly listener?: Listener,
  ) {}

  /** It has got everything up to the end of the feed. */
  whole(head: number): void {
    this.wholeAt = head;
    this.next = undefined;
  }

  /** An entry came that is for it. */
  expect(seq: number): void {
    this.next ??= seq;
  }

  /** Where to read on from `seq`: what came since it had everything and is not for it is passed over without a look. */
  from(seq: number, head: number): number {
    if (seq !== this.wholeAt) return seq;
    return this.next === undefined ? head : this.next - 1;
  }
}

/** Everybody who follows, by audience: an entry costs as much as it has listeners. */
export class Followers {
  private readonly of = new Map<string, Set<Follower>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(follower: Follower): void {
    this.count += 1;
    for (const audience of follower.audiences) {
      const others = this.of.get(audience);
      if (others) others.add(follower);
      else this.of.set(audience, new Set([follower]));
    }
  }

  remove(follower: Follower): void {
    this.count -= 1;
    for (const audience of follower.audiences) {
      const others = this.of.get(audience);
      others?.delete(follower);
      if (others?.size === 0) this.of.delete(audience);
    }
  }

  /** Wakes those for whom something is among the entries, each once, after all of them were placed. */
  announce(entries: readonly FeedEntry[]): void {
    const woken = new Set<Follower>();
    for (const entry of entries) {
      for (const audience of audiencesIn(entry)) {
        for (const follower of this.of.get(audience) ?? []) {
          follower.expect(entry.seq);
          woken.add(follower);
        }
      }
    }
    for (const { wake } of woken) wake();
  }
}
