import type { CaseKind, CaseState } from '#contracts';
import { DAY, HOUR } from '#domain-kit';

/**
 * The rules that decisions about cases are made under; every approval keeps the version. Limits: 2015 opinion on 受案立案
 * reform (criminal 3 days, administrative 24 hours), 2017 rules on economic crime, art. 15 (7 days), 程序规定 art. 178 and
 * 179 (approval by the county leader; reconsideration asked within 7 days, decided in 30).
 */
export const RULE_VERSION = 'filing-2015-2017';

/** Days within which filing is decided, the day of registration not counted. */
const FILING_DAYS = { criminal: 3, economic: 7 } as const;
/** Hours within which an administrative case is accepted or refused. */
const ACCEPTANCE_HOURS = 24;
/** Days within which a reconsideration (复议) or its review (复核) is decided. */
const RECONSIDERATION_DAYS = 30;
/** Days within which the enterprise may ask, from when the notice reached it. */
const ASKING_DAYS = 7;
/** 复议, then 复核 by the level above; there is no third. */
export const MOST_RECONSIDERATIONS = 2;

/** What has to be decided about a case by when. */
export class CaseClock {
  what!: 'filing' | 'acceptance' | 'reconsideration';
  /** ISO. */
  dueAt!: string;
}

const UNDECIDED: ReadonlySet<CaseState> = new Set(['REGISTERED', 'REVIEWING']);
const SHANGHAI = 8 * HOUR;

/** The end of the n-th day after an instant; the day it falls on is not counted (刑诉法 art. 105). Shanghai days. */
export function endOfDay(at: Date, days: number): Date {
  const day = Math.floor((at.getTime() + SHANGHAI) / DAY);
  return new Date((day + days + 1) * DAY - SHANGHAI);
}

/** The clock that runs in a state entered at an instant; undefined where none does. */
export function clockIn(kind: CaseKind, state: CaseState, since: string): CaseClock | undefined {
  const at = new Date(since);
  if (state === 'RECONSIDERING') {
    return { what: 'reconsideration', dueAt: endOfDay(at, RECONSIDERATION_DAYS).toISOString() };
  }
  if (!UNDECIDED.has(state)) return undefined;
  return kind === 'administrative'
    ? { what: 'acceptance', dueAt: new Date(at.getTime() + ACCEPTANCE_HOURS * HOUR).toISOString() }
    : { what: 'filing', dueAt: endOfDay(at, FILING_DAYS[kind]).toISOString() };
}

/** Whether somebody still asks in time whom the notice reached at an instant. */
export const asksInTime = (servedAt: Date, askedAt: Date): boolean => askedAt < endOfDay(servedAt, ASKING_DAYS);
