import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for work, but not longer than this. */
export async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}
