import { groupBy } from '../history.mjs';

/** Within this time after a fault has healed an open incident has its units or its named gaps; ms. */
const PROMISE = 30_000;
const OVER = new Set(['HANDLED', 'CLOSED', 'CANCELLED']);

/** I8: every open incident is assigned, or its gaps are named, or it is held for a call taker, within 30 s of the report or of the end of the fault. */
export function openIncidentsAreServed({ client, tables, events }, found) {
  const dispatches = new Map(tables.routing.dispatch.map((row) => [row.id, row]));
  const gaps = groupBy(tables.routing.dispatch_gap, (row) => row.incident_id);
  const served = { assigned: 0, gaps: 0, held: 0, slowestMs: 0 };
  // What was held is counted from its release.
  const reported = new Map(
    ['incident.reported.v1', 'incident.released.v1'].flatMap((wanted) =>
      events.filter(({ type }) => type === wanted).map(({ subject, time }) => [subject, time]),
    ),
  );
  const planned = new Map(
    events.filter(({ type }) => type === 'dispatch.planned.v1').map(({ subject, time }) => [subject, time]),
  );
  for (const { id, hold } of tables.intake.incident) {
    if (client.mayBeParked.has(id)) continue;
    const dispatch = dispatches.get(id);
    if (!dispatch) {
      found('lost', id, 'no dispatch');
      continue;
    }
    if (dispatch.state === 'RECEIVED') {
      served.held += 1;
      if (!hold) found('lost', id, 'nobody is sent, and nobody is asked to release it');
      continue;
    }
    const slots = JSON.parse(dispatch.slots);
    served[slots.some(({ assignmentId }) => assignmentId) ? 'assigned' : 'gaps'] += 1;
    gapsAreNamed(dispatch, slots, gaps.get(id) ?? [], found);
    const took = delay(reported.get(id), planned.get(id), client.faults);
    served.slowestMs = Math.max(served.slowestMs, took);
    if (took > PROMISE) found('wrong', id, `dispatched ${took} ms after its report or the end of the fault`);
  }
  return served;
}

/** Counted from the report, or from the end of the last fault that was over before the dispatch. */
function delay(reportedAt, plannedAt, faults) {
  if (reportedAt === undefined || plannedAt === undefined) return 0;
  const healed = faults.map(({ healedAt }) => healedAt).filter((at) => at <= plannedAt);
  const lasting = faults.some(({ startedAt, healedAt }) => startedAt <= plannedAt && plannedAt < healedAt);
  return lasting ? 0 : Math.max(0, plannedAt - Math.max(reportedAt, ...healed));
}

function gapsAreNamed({ id, state }, slots, rows, found) {
  const open = slots.filter(({ assignmentId }) => !assignmentId);
  for (const { slot, gapReason } of open) if (!gapReason) found('wrong', id, `slot ${slot} is open without a reason`);
  if (OVER.has(state)) return;
  const named = new Set(rows.map(({ slot }) => Number(slot)));
  for (const { slot } of open) if (!named.has(slot)) found('lost', id, `nobody looks for a unit for slot ${slot}`);
  for (const slot of named) {
    if (!open.some((one) => one.slot === slot)) found('wrong', id, `slot ${slot} is taken, but still counts as a gap`);
  }
}
