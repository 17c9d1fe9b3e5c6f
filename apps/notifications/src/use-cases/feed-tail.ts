import type { FeedEntryRow } from '../outbound/database/tables.js';

/** Entries that stay in memory per followed audience; it is cut when it has twice as many. */
export const TAIL_LENGTH = 512;

/** The newest entries of one audience, shared by everybody who follows it. */
export class FeedTail {
  readonly listeners = new Set<() => void>();
  private entries: FeedEntryRow[];

  /** `entries` end at `head`; what lies before a hole is left out. */
  constructor(
    public head: number,
    entries: readonly FeedEntryRow[],
  ) {
    const contiguous = entries.filter(({ seq }, at) => seq === head - (entries.length - 1 - at));
    this.entries = [...contiguous];
  }

  /** Adds what follows the head; what lies behind a hole is left for a later look. */
  append(entries: readonly FeedEntryRow[]): void {
    for (const entry of entries) {
      if (entry.seq !== this.head + 1) continue;
      this.entries.push(entry);
      this.head = entry.seq;
    }
    if (this.entries.length > 2 * TAIL_LENGTH) this.entries = this.entries.slice(-TAIL_LENGTH);
  }

  /** Wakes everybody who follows. */
  announce(): void {
    for (const listener of this.listeners) listener();
  }

  /** Entries after a position, or undefined when some of them are no longer in memory. */
  after(seq: number): FeedEntryRow[] | undefined {
    const skip = this.entries.length - (this.head - seq);
    return skip < 0 ? undefined : this.entries.slice(skip);
  }
}
