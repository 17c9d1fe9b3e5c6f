import type { BilingualText, CaseKind, CaseState, ClockStep, Escalation, LawClockKind, LawClockWait } from '#contracts';
import { addMs, DAY, HOUR } from '#domain-kit';
import { endOfDay } from '../case/filing-rules.js';
import type { IncidentFile } from '../incident-file/incident-file.js';
import type { CaseClock } from './kept.js';

/** A limit: hours, or days of which the first is not counted and the last ends at midnight. Calendar days: holidays are not looked at. */
export type Limit = { readonly hours: number } | { readonly days: number };

/** What is said at a share of the limit, and who is told beyond who must act. */
interface LawStage {
  readonly percent: ClockStep;
  readonly escalatedTo?: Escalation;
}

/** The ladder of a limit that a case officer keeps: the unit's leader is told when it is over, an approver long after. */
export const OFFICERS_LADDER: readonly LawStage[] = [
  { percent: 50 },
  { percent: 100, escalatedTo: 'unit_duty_leader' },
  { percent: 200, escalatedTo: 'approver' },
];

/** Since when a clock runs, and when its limit is over (ISO). */
export interface Running {
  readonly from: string;
  readonly dueAt: string;
}

/** A limit of the law. A clock says what it has reached and decides nothing. */
export interface LawClock {
  readonly what: LawClockKind;
  readonly name: BilingualText;
  /** Who has to act while nothing proposed waits for somebody else. */
  readonly waitsFor: LawClockWait;
  /** In order. */
  readonly ladder: readonly LawStage[];
  /** Undefined while it does not run. */
  running(file: IncidentFile): Running | undefined;
}

/** A limit within which something about a case is decided. */
export interface CaseLawClock extends LawClock {
  readonly what: CaseClock['what'];
  /** States of a case in which it runs. */
  readonly states: readonly CaseState[];
  /** The limit of each kind of case, and what every approved extension makes of it, counted from the same start. */
  readonly limits: Readonly<Partial<Record<CaseKind, readonly Limit[]>>>;
}

/** Declares a limit about a case: it runs as the case keeps it. */
export const defineCaseClock = (clock: Omit<CaseLawClock, 'running'>): CaseLawClock => ({
  ...clock,
  running: ({ case: filed }) => {
    if (filed?.clock?.what !== clock.what) return undefined;
    return { from: startOf(filed.clock, clock.limits[filed.kind]), dueAt: filed.clock.dueAt };
  },
});

/** When a limit that began at an instant is over. */
export const endOf = (from: Date, limit: Limit): Date =>
  'hours' in limit ? addMs(from, limit.hours * HOUR) : endOfDay(from, limit.days);

/** When a clock began that does not say so: an instant of the day that its limit was counted from. */
export function startOf({ dueAt, from }: CaseClock, limits: readonly Limit[] = []): string {
  if (from !== undefined) return from;
  const [first = { days: 0 }] = limits;
  const lastMs = 'hours' in first ? first.hours * HOUR : first.days * DAY + 1;
  return new Date(Date.parse(dueAt) - lastMs).toISOString();
}
