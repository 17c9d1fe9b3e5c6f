import type { CaseKind, CaseState, LawClockKind } from '#contracts';
import { acceptance } from './acceptance.js';
import { filing } from './filing.js';
import { handling } from './handling.js';
import type { CaseClock } from './kept.js';
import { endOf, startOf, type CaseLawClock, type LawClock } from './law-clock.js';
import { opening } from './opening.js';
import { reconsideration } from './reconsideration.js';

const CASE_CLOCKS: Readonly<Record<CaseClock['what'], CaseLawClock>> = {
  filing,
  acceptance,
  handling,
  reconsideration,
};

/** One clock per word of the vocabulary; at most one runs in a file at a time. Adding a clock: one file, one line here. */
export const LAW_CLOCK_RULES: Readonly<Record<LawClockKind, LawClock>> = { opening, ...CASE_CLOCKS };

/** The clock that runs in a state entered at an instant; undefined where none does. */
export function clockIn(kind: CaseKind, state: CaseState, since: string): CaseClock | undefined {
  for (const { what, states, limits } of Object.values(CASE_CLOCKS)) {
    const [limit] = limits[kind] ?? [];
    if (limit && states.includes(state))
      return { what, from: since, dueAt: endOf(new Date(since), limit).toISOString() };
  }
  return undefined;
}

/** The clock once it is extended; undefined where it cannot be. */
export function extendedClock(kind: CaseKind, clock: CaseClock | undefined): CaseClock | undefined {
  if (!clock) return undefined;
  const limits = CASE_CLOCKS[clock.what].limits[kind];
  const extended = (clock.extended ?? 0) + 1;
  const limit = limits?.[extended];
  if (!limit) return undefined;
  const from = startOf(clock, limits);
  return { what: clock.what, from, extended, dueAt: endOf(new Date(from), limit).toISOString() };
}
