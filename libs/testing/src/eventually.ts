import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait, and how often to look. */
export interface Patience {
  /** Milliseconds; default 5000. */
  readonly withinMs?: number;
  /** Milliseconds; default 20. */
  readonly everyMs?: number;
}

/**
 * Calls `look` until it no longer throws and answers what it answered. In place of a fixed sleep.
 * @throws the last error of `look` when the time is up
 */
export async function eventually<T>(look: () => T | Promise<T>, patience: Patience = {}): Promise<T> {
  const { withinMs = 5000, everyMs = 20 } = patience;
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(everyMs);
    }
  }
}
