/** How often, and after which pauses, what got no answer is sent again, always under the key that it had at first. */
export interface Patience {
  readonly firstMs: number;
  /** Pauses double up to this. */
  readonly longestMs: number;
  /** How often it is sent again before somebody has to ask for it. */
  readonly times: number;
}

/** For acts that somebody watches: soon and a few times, then it says that there is no answer. */
export const WATCHED: Patience = { firstMs: 500, longestMs: 4_000, times: 3 };

/** For what is kept until it has arrived: patiently, and for ever. */
export const KEPT: Patience = { firstMs: 2_000, longestMs: 30_000, times: Infinity };

/** The pause before the next attempt, ms, after so many without an answer that it followed (0: after the first one). */
export const pauseAfter = ({ firstMs, longestMs }: Patience, failures: number): number =>
  Math.min(firstMs * 2 ** failures, longestMs);
