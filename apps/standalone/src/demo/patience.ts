import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused } from './session.js';

const POLL_MS = 15;

/** How long people wait for what must come, ms. */
export const PATIENCE_MS = 10_000;

/** What was asked for, or undefined where there is nothing for this person. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRefused(error, 404)) return undefined;
    throw error;
  }
}

/** Looks again and again until there is something; fails after so many ms. */
export async function within<T>(ms: number, look: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + ms; ; await sleep(POLL_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`nothing of the kind within ${ms} ms`);
  }
}
