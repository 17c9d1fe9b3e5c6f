import { assignmentFactsOf } from './history.mjs';
import { reportsExist } from './invariants/i1-reports.mjs';
import { unitsAreNeverOverbooked } from './invariants/i2-capacity.mjs';
import { streamsAreWhole } from './invariants/i3-streams.mjs';
import { effectsHappenOnce } from './invariants/i4-effects.mjs';
import { auditIsWhole } from './invariants/i5-audit.mjs';
import { feedsAreWhole } from './invariants/i6-feeds.mjs';
import { openIncidentsAreServed } from './invariants/i8-open-incidents.mjs';
import { ledgersBalance } from './invariants/i9-ledger.mjs';

const INVARIANTS = {
  I1: reportsExist,
  I2: unitsAreNeverOverbooked,
  I3: streamsAreWhole,
  I4: effectsHappenOnce,
  I5: auditIsWhole,
  I6: feedsAreWhole,
  I8: openIncidentsAreServed,
  I9: ledgersBalance,
};

/**
 * Holds a history at rest against the invariants.
 * @param {import('./history.mjs').History} history
 * @returns {{ok: boolean, figures: object, checked: object, violations: {invariant: string, kind: 'lost'|'doubled'|'wrong',
 *   subject: string, detail: string}[]}} `checked` says what each invariant looked at
 */
export function check(history) {
  const violations = [];
  const checked = {};
  for (const [invariant, holds] of Object.entries(INVARIANTS)) {
    const found = (kind, subject, detail) => violations.push({ invariant, kind, subject: String(subject), detail });
    try {
      checked[invariant] = holds(history, found);
    } catch (error) {
      found('wrong', 'checker', `could not be checked: ${error.stack}`);
    }
  }
  return { ok: violations.length === 0, figures: figuresOf(history, violations), checked, violations };
}

/** What a reader wants first. `accepted` = `dispatched` + `gaps` when nothing is lost; incidents, not reports. */
function figuresOf({ client, tables, events }, violations) {
  const lost = new Set(violations.filter(({ kind }) => kind === 'lost').map(({ subject }) => subject));
  const doubled = new Set(violations.filter(({ kind }) => kind === 'doubled').map(({ subject }) => subject));
  const withUnits = new Set();
  for (const event of events) if (assignmentFactsOf(event).issued.length > 0) withUnits.add(event.subject);
  const answered = client.reports.filter(({ status }) => status === 201);
  const incidents = tables.intake.incident.map(({ id }) => id);
  return {
    acknowledgedReports: new Set(answered.map(({ answer }) => answer.reportId)).size,
    accepted: incidents.length,
    dispatched: incidents.filter((id) => withUnits.has(id)).length,
    gaps: tables.routing.dispatch.filter(({ id }) => !withUnits.has(id)).length,
    lost: lost.size,
    doubled: doubled.size,
    doubleBooked: violations.filter(({ invariant, kind }) => invariant === 'I2' && kind === 'doubled').length,
  };
}
