import { CallLog, pointOf } from '../call-log.mjs';
import { readCsv } from '../csv.mjs';
import { outcomeOf } from '../outcomes.mjs';

/** Final priorities of the log and what a person would make of them here. */
const REGRADES = { 2: 'P3', 3: 'P2' };

/**
 * A log of a fire and ambulance service: one row per unit with its own times, local, to the second. Rows of one call are
 * joined by its number. Times that go backwards are dropped, not believed.
 * @param {string} text
 * @param {{limit?: number}} [options]
 */
export function readSffd(text, { limit } = {}) {
  const log = new CallLog(limit);
  const calls = new Map();
  const units = new Set();
  log.read(
    (broken) => readCsv(text, broken),
    ['Call Number', 'Unit ID', 'Received DtTm'],
    (row) => {
      const at = localMs(row['Received DtTm']);
      if (at === undefined) return log.skip('unreadable time');
      const key = `${row['Call Number']} ${row['Unit ID']}`;
      if (units.has(key)) return log.skip('the same unit twice in a call');
      units.add(key);
      log.unitNames.add(row['Unit ID']);
      const call = calls.get(row['Call Number']) ?? newCall(row, at, log);
      calls.set(call.id, call);
      call.units.push(unitOf(row, call.at, log));
    },
  );
  log.calls = [...calls.values()];
  for (const { units: sent } of log.calls) sent.sort((a, b) => a.sentAfter - b.sentAfter);
  return log.finish();
}

function newCall(row, at, log) {
  const [, latitude = '', longitude = ''] = /^\(([-\d.]+), ?([-\d.]+)\)$/.exec(row.Location) ?? [];
  const place = pointOf(longitude, latitude);
  if (!place) log.mend('no coordinates: placed by battalion');
  const final = row['Final Priority'];
  return {
    id: row['Call Number'],
    at,
    kind: row['Call Type'],
    ...(place ? { place } : { area: row.Battalion }),
    outcome: outcomeOf(row['Call Final Disposition']),
    cancelled: /cancel/i.test(row['Call Final Disposition']),
    ...(row['Original Priority'] !== final && REGRADES[final] && { regrade: REGRADES[final] }),
    units: [],
  };
}

function unitOf(row, at, log) {
  const times = [
    ['sentAfter', 'Dispatch DtTm'],
    ['departedAfter', 'Response DtTm'],
    ['arrivedAfter', 'On Scene DtTm'],
  ];
  const unit = { sentAfter: 0 };
  let last = 0;
  const free = afterOf(row['Available DtTm'], at, log);
  for (const [name, column] of times) {
    const ms = afterOf(row[column], at, log);
    if (ms === undefined) continue;
    if (ms < last || ms > (free ?? Infinity)) log.mend(`times go backwards: ${column}`);
    else unit[name] = last = ms;
  }
  if (free === undefined || free < last) log.mend('no end: free again by the distribution');
  else unit.freeAfter = free;
  return unit;
}

function afterOf(text, at, log) {
  if (text === '') return undefined;
  const ms = localMs(text);
  if (ms === undefined) return void log.mend('unreadable time of a unit');
  return ms - at;
}

/** `04/07/2020 11:53:08 PM` on a clock without a zone, as ms; undefined when it is not one. */
function localMs(text) {
  const [, month, day, year, hour, minute, second, half] =
    /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([AP])M$/.exec(text) ?? [];
  if (half === undefined) return undefined;
  const hours = String((Number(hour) % 12) + (half === 'P' ? 12 : 0)).padStart(2, '0');
  const ms = Date.parse(`${year}-${month}-${day}T${hours}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}
