import { Balances } from './balances.js';
import type { PostedEntry } from './entry-view.js';

/** A stop that is in force: its account, what is still stopped there, and when it ends by itself. */
export interface RunningStop {
  readonly holding: string;
  readonly leftFen: number;
  readonly expiresAt: Date;
}

/** The stops in force, by the newest entry of each account; a second stop took over the first. */
export function runningStops(entries: readonly PostedEntry[]): RunningStop[] {
  const balances = new Balances(entries);
  const newest = new Map<string, Date>();
  for (const { id, kind, holding, expiresAt } of entries) {
    if (kind === 'STOPPED' && holding !== undefined && expiresAt && !balances.isReversed(id)) {
      newest.set(holding, expiresAt);
    }
  }
  return [...newest].flatMap(([holding, expiresAt]) => {
    const leftFen = balances.source({ kind: 'STOP_ENDED', holding })?.leftFen ?? 0;
    return leftFen > 0 ? [{ holding, leftFen, expiresAt }] : [];
  });
}

/** When the next stop of a ledger runs out; undefined while nothing is stopped. */
export function nextStopEnd(entries: readonly PostedEntry[]): Date | undefined {
  const ends = runningStops(entries).map(({ expiresAt }) => expiresAt.getTime());
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}
