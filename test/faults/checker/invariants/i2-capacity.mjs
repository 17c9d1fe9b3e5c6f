import { assignmentFactsOf, groupBy } from '../history.mjs';
import { assignmentLife, isActive } from '../life-cycles.mjs';

/** Two processes stamp their events before they commit: overlaps as short as this one prove nothing; ms. */
const TOLERANCE = 1_000;

/** I2: at no time did a unit hold more assignments than its capacity. */
export function unitsAreNeverOverbooked({ tables, events }, found) {
  const { unit, assignment } = tables.routing;
  const capacities = new Map(unit.map(({ id, capacity }) => [id, Number(capacity)]));
  rowsFit(assignment, capacities, found);
  const spans = spansOf(events, assignment);
  let most = 0;
  for (const [unitId, held] of groupBy(spans, (span) => span.unitId)) {
    const capacity = capacities.get(unitId);
    if (capacity === undefined) found('wrong', unitId, 'assignments of a unit that does not exist');
    const peak = peakOf(held);
    most = Math.max(most, peak.count);
    if (peak.count > capacity)
      found('doubled', unitId, `${peak.count} assignments at ${peak.at}, capacity ${capacity}`);
  }
  return { units: capacities.size, assignments: spans.length, mostAtOnce: most };
}

function rowsFit(assignments, capacities, found) {
  for (const [unitId, rows] of groupBy(assignments, (row) => row.unit_id)) {
    const active = rows.filter(({ state }) => isActive(state));
    if (active.length > capacities.get(unitId)) found('doubled', unitId, `${active.length} active assignment rows`);
    const slots = active.map(({ unit_slot: slot }) => Number(slot ?? 0));
    if (new Set(slots).size < slots.length) found('doubled', unitId, `places taken twice: ${slots.join(', ')}`);
    if (slots.some((slot) => slot < 1)) found('wrong', unitId, 'an active assignment takes no place');
    const held = rows.filter(({ state, unit_slot: slot }) => !isActive(state) && Number(slot ?? 0) > 0);
    if (held.length > 0) found('wrong', unitId, `${held.length} ended assignments still take a place`);
  }
}

/** From issue to end by the events; an assignment that no event ended lasts. */
function spansOf(events, rows) {
  const spans = new Map();
  for (const event of events) {
    const facts = assignmentFactsOf(event);
    for (const { assignmentId, unitId } of facts.issued) {
      spans.set(assignmentId, { unitId, from: event.time, to: Infinity });
    }
    const span = spans.get(facts.assignmentId);
    if (span && assignmentLife.ended.has(facts.state)) span.to = Math.min(span.to, event.time);
  }
  for (const { id, unit_id: unitId } of rows) {
    if (!spans.has(id)) spans.set(id, { unitId, from: Infinity, to: Infinity });
  }
  return [...spans.values()].filter(({ from }) => from < Infinity);
}

function peakOf(spans) {
  const turns = spans
    .filter(({ from, to }) => to - from > TOLERANCE)
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to - TOLERANCE, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let count = 0;
  let peak = { count: 0, at: '' };
  for (const { at, by } of turns) {
    count += by;
    if (count > peak.count) peak = { count, at: new Date(at).toISOString() };
  }
  return peak;
}
