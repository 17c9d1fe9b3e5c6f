import { DAY, HOUR } from '#domain-kit';

/**
 * The rules that decisions about cases are made under; every approval keeps the version. Sources of the limits stand with
 * the clocks of `law-clocks`; approval by the county leader and reconsideration: 程序规定 art. 178, 179.
 */
export const RULE_VERSION = 'filing-2015-2017';

/** Days within which the enterprise may ask, from when the notice reached it. */
const ASKING_DAYS = 7;
/** 复议, then 复核 by the level above; there is no third. */
export const MOST_RECONSIDERATIONS = 2;

const SHANGHAI = 8 * HOUR;

/** The end of the n-th day after an instant; the day it falls on is not counted (刑诉法 art. 105). Shanghai days. */
export function endOfDay(at: Date, days: number): Date {
  const day = Math.floor((at.getTime() + SHANGHAI) / DAY);
  return new Date((day + days + 1) * DAY - SHANGHAI);
}

/** Whether somebody still asks in time whom the notice reached at an instant. */
export const asksInTime = (servedAt: Date, askedAt: Date): boolean => askedAt < endOfDay(servedAt, ASKING_DAYS);
