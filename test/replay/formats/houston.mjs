import { CallLog, instantMs, pointOf } from '../call-log.mjs';
import { readCsv } from '../csv.mjs';
import { outcomeOf } from '../outcomes.mjs';

/**
 * Snapshots of a board of running incidents, taken now and then. Its `uid` is a latitude, so an incident is known by
 * agency, time of the call, address and type. A unit is busy from the first board that shows it with the incident to the
 * first one that no longer does; a unit that the last board still shows has no end.
 * @param {string} text
 * @param {{limit?: number}} [options]
 */
export function readHouston(text, { limit } = {}) {
  const log = new CallLog(limit);
  const incidents = new Map();
  const boards = new Set();
  const needed = ['snapshot_utc', 'agency', 'call_time_utc', 'incident_type'];
  log.read(
    (broken) => readCsv(text, broken),
    needed,
    (row) => {
      const board = instantMs(row.snapshot_utc);
      const at = instantMs(row.call_time_utc);
      if (board === undefined || at === undefined) return log.skip('unreadable time');
      if (at > board) return log.skip('called after it was on the board');
      boards.add(board);
      const key = [row.agency, row.call_time_utc, row.address, row.incident_type].join('|');
      const incident = incidents.get(key) ?? { row, at, seen: new Map() };
      incidents.set(key, incident);
      for (const name of row.units
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean)) {
        log.unitNames.add(`${row.agency} ${name}`);
        const span = incident.seen.get(name) ?? { first: board, last: board };
        incident.seen.set(name, { first: Math.min(span.first, board), last: Math.max(span.last, board) });
      }
    },
  );
  const times = [...boards].sort((a, b) => a - b);
  log.calls = [...incidents].map(([key, incident]) => callOf(key, incident, times, log));
  return log.finish();
}

function callOf(id, { row, at, seen }, boards, log) {
  const place = pointOf(row.longitude, row.latitude);
  if (!place) log.mend('no coordinates: placed by keymap');
  const spans = [...seen.values()].sort((a, b) => a.first - b.first);
  const first = spans[0]?.first ?? at;
  return {
    id,
    at,
    kind: row.incident_type,
    ...(place ? { place } : { area: row.keymap }),
    outcome: outcomeOf(''),
    cancelled: false,
    units: spans.map((span) => unitOf(span, at, first, boards)),
  };
}

/** Units of the first board went when the call came in; others when a board showed them first. */
function unitOf({ first, last }, at, firstBoard, boards) {
  const sentAfter = first === firstBoard ? 0 : first - at;
  const gone = boards.find((board) => board > last);
  return { sentAfter, ...(gone !== undefined && { freeAfter: gone - at }) };
}
