/** The zone of the centre: what a screen shows and takes is its time, wherever the device thinks it is. */
export const CENTRE_ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en', {
  timeZone: CENTRE_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The clock of the centre at an instant, read as if it were UTC: ms since the epoch. */
function shownAt(instant: number): number {
  const read = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `YYYY-MM-DD` of the centre at an instant (ms). */
export const dayAt = (instant: number): string => new Date(shownAt(instant)).toISOString().slice(0, 10);

/** What a picker shows of an instant (ms): `YYYY-MM-DDTHH:MM` of the centre. */
export const pickedAt = (instant: number): string => new Date(shownAt(instant)).toISOString().slice(0, 16);

/**
 * The instant (ms) that a picker means by `YYYY-MM-DDTHH:MM`: it has no zone, and means the centre's. What names its zone, or
 * is no time at all, is read as it stands (`NaN`).
 */
export function instantOf(picked: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(picked)) return Date.parse(picked);
  const asUtc = Date.parse(`${picked}Z`);
  const offset = shownAt(asUtc) - Math.floor(asUtc / 1000) * 1000;
  return asUtc - offset;
}
