import { setImmediate as turn } from 'node:timers/promises';

/** Longest that one transaction after another keeps the event loop from turning, ms. */
const LONGEST_MS = 20;
/** The loop lets in one new connection per turn: with a single turn each time, a thousand of them would wait for a minute. */
const TURNS = 8;

let turnedAt = -Infinity;

/**
 * Lets the event loop turn before a transaction on SQLite, if it has not for a while. Statements there run on the loop and
 * answer at once, so a report's way through all services would be one turn, and nobody would be heard or let in meanwhile.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - turnedAt < LONGEST_MS) return;
  for (let n = 0; n < TURNS; n += 1) await turn();
  turnedAt = performance.now();
}
