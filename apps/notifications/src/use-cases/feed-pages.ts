import type { FeedEntry } from '../domain/feed-entry.js';
import type { FeedRepository } from '../outbound/database/feed.repository.js';

/** Entries per page. Pages begin at multiples of it, so that those who catch up from different places share them. */
export const PAGE_SIZE = 256;
/** Pages that stay in memory. */
export const KEPT_PAGES = 64;

/** Older entries, read page by page and shared by everybody who catches up. A full page never changes. */
export class FeedPages {
  private readonly pages = new Map<number, Promise<FeedEntry[]>>();

  constructor(private readonly feed: FeedRepository) {}

  /** What is left of the page that holds the entry after `seq`; `head` is where the feed ends. */
  async after(seq: number, head: number): Promise<FeedEntry[]> {
    const number = Math.floor(seq / PAGE_SIZE);
    const page = await this.page(number, (number + 1) * PAGE_SIZE <= head);
    return page.filter((entry) => entry.seq > seq && entry.seq <= head);
  }

  private page(number: number, full: boolean): Promise<FeedEntry[]> {
    const known = this.pages.get(number);
    if (known) return known;
    const read = this.read(number);
    if (!full) return read;
    this.pages.set(number, read);
    read.catch(() => this.pages.delete(number));
    const [oldest] = this.pages.keys();
    if (this.pages.size > KEPT_PAGES && oldest !== undefined) this.pages.delete(oldest);
    return read;
  }

  private async read(number: number): Promise<FeedEntry[]> {
    const entries = await this.feed.after(number * PAGE_SIZE, PAGE_SIZE);
    return entries.filter(({ seq }) => seq <= (number + 1) * PAGE_SIZE);
  }
}
