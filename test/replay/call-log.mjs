const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * What a format makes of a log: the calls in the order of their receipt, and by reason what it had to leave out
 * (`skipped`) or to mend (`mended`). Nothing in a log is fatal.
 *
 * A call: `{ id, at, kind, place?, area?, outcome, cancelled, regrade?, units }`. `at` is ms since 1970;
 * everything named `…After` is ms after it. A unit: `{ sentAfter, departedAfter?, arrivedAfter?, freeAfter? }`; without
 * `freeAfter` the log does not say when it was free again.
 */
export class CallLog {
  /** @param {number} [limit] rows to read at most */
  constructor(limit = Infinity) {
    this.limit = limit;
    this.rows = 0;
    this.calls = [];
    this.skipped = {};
    this.mended = {};
    this.unitNames = new Set();
  }

  skip(reason) {
    count(this.skipped, reason);
  }

  mend(reason) {
    count(this.mended, reason);
  }

  /** Rows that could not be used. */
  get skippedRows() {
    return Object.values(this.skipped).reduce((sum, each) => sum + each, 0);
  }

  /** Feeds the rows to `take`, at most as many as wanted, each with the columns it cannot do without. */
  read(rows, needed, take) {
    for (const row of rows((reason) => this.#broken(reason))) {
      if (this.rows >= this.limit) break;
      this.rows += 1;
      const missing = needed.find((column) => !row[column]);
      if (missing === undefined) take(row);
      else this.skip(`no ${missing}`);
    }
  }

  #broken(reason) {
    if (this.rows >= this.limit) return;
    this.rows += 1;
    this.skip(reason);
  }

  /** Sorts the calls; logs are nearly in order, not quite. */
  finish() {
    this.calls.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return this;
  }

  /** Calls in the busiest minute of the log itself. */
  get peakPerMinute() {
    return mostWithin(
      this.calls.map(({ at }) => at),
      MINUTE,
    );
  }
}

/** How many of these sorted times lie within the fullest window of this length. */
export function mostWithin(times, windowMs) {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to += 1) {
    while (times[to] - times[from] >= windowMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Adds one to a counter by name. */
export const count = (counters, name) => (counters[name] = (counters[name] ?? 0) + 1);

/** A point, or undefined when these are not two coordinates of the earth (0,0 is where lost coordinates go). */
export function pointOf(longitude, latitude) {
  const point = { longitude: Number(longitude), latitude: Number(latitude) };
  if (longitude === '' || latitude === '') return undefined;
  if (!(Math.abs(point.longitude) <= 180 && Math.abs(point.latitude) <= 90)) return undefined;
  return point.longitude === 0 && point.latitude === 0 ? undefined : point;
}

/** Milliseconds from `start` to a clock time `hh:mm`; a time that lies before it belongs to the next day. */
export function afterMidnightOrNot(startOfDayMs, clockMs) {
  return (((clockMs - startOfDayMs) % DAY) + DAY) % DAY;
}

/** `hh:mm` as ms of the day, or undefined. */
export function clockMs(text) {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** An instant `YYYY-MM-DDThh:mm:ssZ` as ms, or undefined. */
export function instantMs(text) {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
