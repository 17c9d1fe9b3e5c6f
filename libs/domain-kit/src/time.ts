/** Milliseconds in a second, minute, hour and day. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Shanghai has kept UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** Date, time and offset with their separators: what ISO 8601 allows beyond this, `Date` cannot read. */
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** `at` moved by `ms` milliseconds. */
export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The calendar day in Asia/Shanghai as `yyyymmdd`: the business day of numbers and statistics. */
export function shanghaiDay(at: Date): string {
  return shanghaiDate(at).replaceAll('-', '');
}

/** The calendar day in Asia/Shanghai as `yyyy-mm-dd`, for texts people read. */
export function shanghaiDate(at: Date): string {
  return local(at).toISOString().slice(0, 10);
}

/** Date and minute in Asia/Shanghai as `yyyy-mm-dd hh:mm`, for texts people read. */
export function shanghaiTime(at: Date): string {
  return local(at).toISOString().slice(0, 16).replace('T', ' ');
}

function local(at: Date): Date {
  return addMs(at, SHANGHAI_OFFSET);
}
