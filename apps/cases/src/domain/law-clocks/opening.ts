import { addMs, HOUR } from '#domain-kit';
import type { IncidentFile } from '../incident-file/incident-file.js';
import type { LawClock } from './law-clock.js';

/** After an urgent report was handled its case is registered within 24 hours (2015 opinion on 受案立案 reform). */
const HOURS = 24;

/**
 * An incident was handled, or somebody was caught, and there is neither a case nor the decision that there is none. Who closes
 * the incident decides it.
 */
export const opening: LawClock = {
  what: 'opening',
  name: { zh: '登记案件期限', en: 'Limit for opening a case' },
  waitsFor: 'case_officer',
  ladder: [
    { percent: 50 },
    { percent: 100, escalatedTo: 'unit_duty_leader' },
    { percent: 200, escalatedTo: 'duty_chief' },
  ],
  running: (file) => {
    const from = pointsToCrime(file);
    return from === undefined ? undefined : { from, dueAt: addMs(new Date(from), HOURS * HOUR).toISOString() };
  },
};

/** States in which somebody still works on an incident that units have been at. */
const UNDECIDED: readonly string[] = ['RESPONDING', 'ON_SCENE', 'HANDLED'];

/** Since when an incident without a case looks like one: an arrest, or the lead's final feedback. */
function pointsToCrime(file: IncidentFile): string | undefined {
  const { case: filed, state, type, outcome, assignments } = file;
  if (filed || !UNDECIDED.includes(state)) return undefined;
  const arrests = assignments.flatMap(({ feedback }) =>
    feedback.filter(({ suspectsCaught }) => suspectsCaught > 0).map(({ at }) => at),
  );
  const criminal = type.caseKind !== undefined || outcome === 'CASE_REGISTERED';
  const handled = assignments.flatMap(({ role, completedAt }) => (role === 'lead' && completedAt) || []);
  return [...arrests, ...(state === 'HANDLED' && criminal ? handled.slice(-1) : [])].sort()[0];
}
