import type { FeedRepository } from '../outbound/database/feed.repository.js';
import type { FeedEntryRow } from '../outbound/database/tables.js';

/** Entries per page. Pages begin at multiples of it, so that those who catch up from different places share them. */
export const PAGE_SIZE = 256;
/** Pages that stay in memory, of all audiences. */
const KEPT = 64;

/** Older entries, read page by page and shared by everybody who catches up. A full page never changes. */
export class FeedPages {
  private readonly pages = new Map<string, Promise<FeedEntryRow[]>>();

  constructor(private readonly feed: FeedRepository) {}

  /** What is left of the page that holds the entry after `seq`; `head` is where the caller's feed ends. */
  async after(audience: string, seq: number, head: number): Promise<FeedEntryRow[]> {
    const number = Math.floor(seq / PAGE_SIZE);
    const page = await this.page(audience, number, (number + 1) * PAGE_SIZE <= head);
    return page.filter((entry) => entry.seq > seq && entry.seq <= head);
  }

  private page(audience: string, number: number, full: boolean): Promise<FeedEntryRow[]> {
    const key = `${number} ${audience}`;
    const known = this.pages.get(key);
    if (known) return known;
    const read = this.read(audience, number);
    if (!full) return read;
    this.pages.set(key, read);
    read.catch(() => this.pages.delete(key));
    const [oldest] = this.pages.keys();
    if (this.pages.size > KEPT && oldest !== undefined) this.pages.delete(oldest);
    return read;
  }

  private async read(audience: string, number: number): Promise<FeedEntryRow[]> {
    const entries = await this.feed.after(audience, number * PAGE_SIZE, PAGE_SIZE);
    return entries.filter(({ seq }) => seq <= (number + 1) * PAGE_SIZE);
  }
}
