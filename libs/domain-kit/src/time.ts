/** Milliseconds in a second, minute, hour and day. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Shanghai has kept UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** `at` moved by `ms` milliseconds. */
export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The calendar day in Asia/Shanghai as `yyyymmdd`: the business day of numbers and statistics. */
export function shanghaiDay(at: Date): string {
  return local(at).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Date and minute in Asia/Shanghai as `yyyy-mm-dd hh:mm`, for texts people read. */
export function shanghaiTime(at: Date): string {
  return local(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant at which the calendar day of `at` begins in Asia/Shanghai. */
export function startOfShanghaiDay(at: Date): Date {
  return addMs(at, -dayTime(at));
}

/** When work is done; hours as ms after local midnight. `worksOn` gets the day as `yyyymmdd` and its weekday, 0 = Sunday. */
export interface WorkingCalendar {
  readonly opens: number;
  readonly closes: number;
  worksOn(day: string, weekday: number): boolean;
}

/** Monday to Friday 9:00–17:00, no holidays and no moved working days: an approximation until a holiday table is supplied. */
export const plainCalendar: WorkingCalendar = {
  opens: 9 * HOUR,
  closes: 17 * HOUR,
  worksOn: (_day, weekday) => weekday >= 1 && weekday <= 5,
};

/** The instant at which `ms` of working time have passed since `from`; `from` outside working hours starts at the next opening. */
export function addWorkingTime(from: Date, ms: number, calendar: WorkingCalendar = plainCalendar): Date {
  let at = from;
  let left = ms;
  for (let days = 0; days < 3660; days++) {
    const start = Math.max(dayTime(at), calendar.opens);
    const open = worksOn(at, calendar) ? Math.max(0, calendar.closes - start) : 0;
    if (open > 0 && left <= open) return addMs(startOfShanghaiDay(at), start + left);
    left -= open;
    at = addMs(startOfShanghaiDay(at), DAY);
  }
  throw new RangeError('The working calendar has no working day within ten years');
}

function worksOn(at: Date, calendar: WorkingCalendar): boolean {
  return calendar.worksOn(shanghaiDay(at), local(at).getUTCDay());
}

/** Milliseconds since local midnight. */
function dayTime(at: Date): number {
  return (((at.getTime() + SHANGHAI_OFFSET) % DAY) + DAY) % DAY;
}

function local(at: Date): Date {
  return addMs(at, SHANGHAI_OFFSET);
}
