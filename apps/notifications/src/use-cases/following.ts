import type { Share } from '../domain/feed-entry.js';

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
