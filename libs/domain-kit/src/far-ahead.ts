import { defineRefusal } from './refusal.js';
import { DAY } from './time.js';

/** Days that anything planned or asked for may lie ahead. A default of this product: what is farther is a slip of the year. */
const MOST_DAYS = 366;

/** 422: an instant that may lie ahead, but not that far. */
export const tooFarAhead = defineRefusal({
  code: 'time.too-far-ahead',
  kind: 'unprocessable',
  zh: '时间不能晚于一年以后，请检查年份',
  en: 'This lies more than a year ahead: check the year',
});

/** Throws 422 `time.too-far-ahead`, at the pointer of the field. */
export function refuseFarAhead(at: Date, now: Date, pointer: string): void {
  if (at.getTime() - now.getTime() > MOST_DAYS * DAY) throw tooFarAhead({}, pointer);
}
