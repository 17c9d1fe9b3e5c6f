import { assignmentLifecycle, type AssignmentEvent } from './assignment-lifecycle.js';

/** What a unit may do with its assignment; each is the last part of a route of its own. */
export const UNIT_ACTS = ['acknowledge', 'depart', 'arrive', 'start-work', 'feedback', 'complete', 'decline'] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];

const EVENTS: Readonly<Record<Exclude<UnitAct, 'feedback'>, AssignmentEvent>> = {
  acknowledge: 'AssignmentAcknowledged',
  depart: 'UnitDeparted',
  arrive: 'UnitArrived',
  'start-work': 'WorkStarted',
  complete: 'FinalFeedbackGiven',
  decline: 'DeclineRequested',
};

/** States in which feedback is taken; further results may come after the final feedback. */
const TAKES_FEEDBACK: ReadonlySet<string> = new Set(['ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING', 'COMPLETED']);

/** Whether feedback is taken in this state. */
export const takesFeedback = (state: string): boolean => TAKES_FEEDBACK.has(state);

/** An assignment, as far as its acts depend on it. */
export interface ActingAssignment {
  readonly state: (typeof assignmentLifecycle.states)[number];
  readonly role: string;
  readonly feedbackCount: number;
}

/**
 * What the unit may do now, the usual next step first. The lead gives feedback before its final feedback; who told what was
 * found and works on it usually ends with the final one.
 */
export function actsOf({ state, role, feedbackCount }: ActingAssignment): UnitAct[] {
  const told = role !== 'lead' || feedbackCount > 0;
  const may = (act: UnitAct): boolean => {
    if (act === 'feedback') return takesFeedback(state);
    return assignmentLifecycle.can(state, EVENTS[act]) && (act !== 'complete' || told);
  };
  const acts = UNIT_ACTS.filter(may);
  return state === 'WORKING' && feedbackCount > 0 ? ['complete', ...acts.filter((act) => act !== 'complete')] : acts;
}
