import type { FeedEntry } from '../domain/feed-entry.js';

/** Entries that stay in memory; the tail is cut when it has twice as many. */
export const TAIL_LENGTH = 1024;

/** The newest entries of the feed, shared by everybody who follows it. */
export class FeedTail {
  private entries: FeedEntry[];

  /** `entries` end at `head`; what lies before a hole is left out. */
  constructor(
    public head: number,
    entries: readonly FeedEntry[],
  ) {
    this.entries = entries.filter(({ seq }, at) => seq === head - (entries.length - 1 - at));
  }

  /** Adds what follows the head and answers it; what lies behind a hole is left for a later look. */
  append(entries: readonly FeedEntry[]): FeedEntry[] {
    const added: FeedEntry[] = [];
    for (const entry of entries) {
      if (entry.seq !== this.head + 1) continue;
      this.entries.push(entry);
      this.head = entry.seq;
      added.push(entry);
    }
    if (this.entries.length > 2 * TAIL_LENGTH) this.entries = this.entries.slice(-TAIL_LENGTH);
    return added;
  }

  /** Entries after a position, or undefined when some of them are no longer in memory. */
  after(seq: number): FeedEntry[] | undefined {
    const skip = this.entries.length - (this.head - seq);
    return skip < 0 ? undefined : this.entries.slice(skip);
  }
}
