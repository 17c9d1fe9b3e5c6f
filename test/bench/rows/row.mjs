/**
 * One line of the table.
 * @typedef {{id: string, what: string, value: number, unit: string, floor: number | null, peer: number | null,
 *   ratio: number | null, interval?: [number, number], target: string, met: boolean, note?: string}} Row
 */

/** A row that compares product and floor. `limit`: `{most}` or `{least}` of the ratio; without one nothing is asked of it. */
export function ratioRow(id, what, unit, compared, limit = {}) {
  const { value, floor, ratio, interval, pairs, void: voided } = compared;
  const { most = Infinity, least = 0 } = limit;
  const met = ratio >= least && ratio <= most;
  const target = limit.most ? `≤ ${most}x floor` : limit.least ? `≥ ${least}x floor` : '–';
  const note = voided > 0 ? { note: `the load was late in ${voided} of ${pairs} pairs` } : {};
  return { id, what, value, unit, floor, peer: null, ratio, interval, target, met, ...note };
}

/** A row with a limit of its own. */
export function limitRow(id, what, unit, value, limit) {
  const met = limit.most === undefined ? value >= limit.least : value <= limit.most;
  const target = limit.most === undefined ? `≥ ${limit.least} ${unit}` : `≤ ${limit.most} ${unit}`;
  return { id, what, value, unit, floor: null, peer: null, ratio: null, target, met };
}
