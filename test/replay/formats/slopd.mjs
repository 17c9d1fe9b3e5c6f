import { afterMidnightOrNot, CallLog, clockMs } from '../call-log.mjs';
import { readCsv } from '../csv.mjs';
import { outcomeOf } from '../outcomes.mjs';

/** Longest way to a call that is believed, ms; beyond it a clock time was mistyped. */
const LONGEST = 12 * 60 * 60_000;

/**
 * A daily police log: one row per call, local clock times without seconds, grid areas instead of coordinates, up to four
 * units, no end. A time before the receipt belongs to the next day; a call that nobody was dispatched to was noticed by
 * the unit itself.
 * @param {string} text
 * @param {{limit?: number}} [options]
 */
export function readSlopd(text, { limit } = {}) {
  const log = new CallLog(limit);
  const seen = new Set();
  const needed = ['case_number', 'date', 'received'];
  log.read(
    (broken) => readCsv(text, broken),
    needed,
    (row) => {
      const day = dayMs(row.date);
      const received = clockMs(row.received);
      if (day === undefined || received === undefined) return log.skip('unreadable time');
      if (seen.has(row.case_number)) return log.skip('repeated case number');
      seen.add(row.case_number);
      const names = new Set(
        row.units
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      );
      for (const name of names) log.unitNames.add(name);
      const way = wayOf(row, received, log);
      log.calls.push({
        id: row.case_number,
        at: day + received,
        kind: row.type,
        area: row.grid_location,
        outcome: outcomeOf(row.clearance_code),
        cancelled: /cancel/i.test(row.clearance_code),
        units: [...Array(Math.max(1, names.size))].map(() => ({ ...way })),
      });
    },
  );
  return log.finish();
}

/** When units were sent and came, for all units of a call the same. */
function wayOf({ dispatched, arrived }, received, log) {
  const sentAfter = after(dispatched, received, log, 'dispatched');
  const arrivedAfter = after(arrived, received, log, 'arrived');
  if (arrivedAfter === undefined) return { sentAfter: sentAfter ?? 0 };
  if (sentAfter !== undefined && sentAfter > arrivedAfter) log.mend('arrived before it was dispatched');
  const sent = Math.min(sentAfter ?? arrivedAfter, arrivedAfter);
  return { sentAfter: sent, arrivedAfter };
}

function after(text, received, log, what) {
  if (text === '') return undefined;
  const clock = clockMs(text);
  if (clock === undefined) return void log.mend(`unreadable time: ${what}`);
  const ms = afterMidnightOrNot(received, clock);
  if (ms <= LONGEST) return ms;
  return void log.mend(`${what} before it was received`);
}

function dayMs(text) {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(text) ?? [];
  const ms = year === undefined ? NaN : Date.parse(`20${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}
