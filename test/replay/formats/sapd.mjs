import { CallLog, instantMs, pointOf } from '../call-log.mjs';
import { readCsv } from '../csv.mjs';
import { outcomeOf } from '../outcomes.mjs';

/**
 * A police log of a large city: one row per call with its coordinates, and nothing about units. The local clock time of
 * some rows lost its AM/PM, so only the UTC time is read.
 * @param {string} text
 * @param {{limit?: number}} [options]
 */
export function readSapd(text, { limit } = {}) {
  const log = new CallLog(limit);
  const seen = new Set();
  log.read(
    (broken) => readCsv(text, broken),
    ['IncidentNumber', 'received_utc'],
    (row) => {
      const at = instantMs(row.received_utc);
      const place = pointOf(row.LON, row.LAT);
      if (at === undefined) return log.skip('unreadable time');
      if (seen.has(row.IncidentNumber)) return log.skip('repeated incident number');
      seen.add(row.IncidentNumber);
      if (!place) log.mend('no coordinates: placed by patrol district');
      log.calls.push({
        id: row.IncidentNumber,
        at,
        kind: row.ProblemType,
        ...(place ? { place } : { area: row.PatrolDistrict }),
        outcome: outcomeOf(''),
        cancelled: false,
        units: [],
      });
    },
  );
  return log.finish();
}
