import { Injectable } from '@nestjs/common';
import { Counter, Database, sweep } from '#persistence';
import type { FeedEntry } from '../../domain/feed-entry.js';
import { feed, feedCounter, type FeedCounterRow } from './tables.js';

/** An entry before its place in the feed is known. */
export type NewFeedEntry = Omit<FeedEntry, 'seq'>;

/** Name of the feed's counter. */
const FEED = 'feed';

/**
 * The feed: one row per event, numbered by one counter. The counter's row is locked from the moment a writer draws its
 * numbers to its COMMIT, so the next writer, of whatever process, draws only when all smaller numbers can be read (and a
 * writer that fails gives its numbers back with its transaction). Commit order is number order without holes: whoever has
 * read entry n has missed nothing before it, and may follow by `seq >`.
 */
@Injectable()
export class FeedRepository {
  private readonly counter: Counter<FeedCounterRow>;
  private listener: (entries: readonly FeedEntry[]) => void = () => undefined;

  constructor(private readonly database: Database) {
    this.counter = new Counter(database, feedCounter);
  }

  /** Who is told of entries that this process committed. */
  onCommitted(listener: (entries: readonly FeedEntry[]) => void): void {
    this.listener = listener;
  }

  /** Adds an entry; all of a unit of work are written together, as its last rows, so that the counter is held shortly. */
  add(entry: NewFeedEntry): void {
    this.database.unit.collect(this, 'guard', (entries: NewFeedEntry[]) => this.write(entries), [entry]);
  }

  /** Entries after a position, oldest first. */
  after(seq: number, limit: number): Promise<FeedEntry[]> {
    return this.database.rows(feed, 'WHERE `seq` > ? ORDER BY `seq` LIMIT ?', [seq, limit]);
  }

  /** Number of the last entry; 0 before the first. */
  head(): Promise<number> {
    return this.counter.current(FEED);
  }

  /** Number of the oldest entry that is kept, if there is one. */
  async oldest(): Promise<number | undefined> {
    return (await this.database.one(feed, 'ORDER BY `seq` LIMIT 1'))?.seq;
  }

  /** Deletes entries told before `before`; answers how many. The counter stays, so numbers never come again. */
  sweep(before: Date): Promise<number> {
    return sweep(this.database, feed, 'at', before);
  }

  private async write(entries: readonly NewFeedEntry[]): Promise<void> {
    const first = (await this.counter.take(new Map([[FEED, entries.length]]))).get(FEED) ?? 1;
    const placed = entries.map((entry, nth) => ({ ...entry, seq: first + nth }));
    await this.database.insert(feed, placed);
    this.database.unit.afterCommit(() => this.listener(placed));
  }
}
