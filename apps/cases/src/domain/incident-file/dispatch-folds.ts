import type { AddedFact, Issued, PlannedFact, Slot } from './facts.js';
import { defineFold } from './fold.js';
import type { FiledAssignment, IncidentFile } from './incident-file.js';
import { stateAfter } from './incident-lifecycle.js';
import { TIMELINE_TEXTS } from './timeline-texts.js';

const issued = (assignment: Issued, replaces?: string): FiledAssignment => ({
  ...assignment,
  state: 'ISSUED',
  inferred: [],
  feedback: [],
  clocks: [],
  ...(replaces !== undefined && { replaces }),
});

function withSlot(slots: readonly Slot[], slot: Slot): Slot[] {
  const known = slots.some((one) => one.slot === slot.slot);
  return known ? slots.map((one) => (one.slot === slot.slot ? slot : one)) : [...slots, slot];
}

function addAssignment(file: IncidentFile, { slot, assignment, dispatchState, replaces }: AddedFact): IncidentFile {
  return {
    ...file,
    state: stateAfter(file.state, dispatchState),
    ...(file.dispatch && {
      dispatch: { ...file.dispatch, slots: withSlot(file.dispatch.slots, slot), state: dispatchState },
    }),
    assignments: [...file.assignments, issued(assignment, replaces)],
  };
}

/** The dispatch decision: every assignment, every candidate with its reason, every gap. */
export const planned = defineFold<PlannedFact>({
  apply: (file, { plannedAt, plan, slots, informed, assignments, dispatchState }) => ({
    ...file,
    state: stateAfter(file.state, dispatchState),
    dispatch: { plannedAt, plan, slots, informed, state: dispatchState },
    assignments: [...file.assignments, ...assignments.map((assignment) => issued(assignment))],
  }),
  at: ({ plannedAt }) => plannedAt,
  text: TIMELINE_TEXTS.planned,
});

/** A unit became free and took an open slot. */
export const gapFilled = defineFold<AddedFact>({
  apply: addAssignment,
  at: ({ occurredAt }) => occurredAt,
  text: TIMELINE_TEXTS.gapFilled,
});

/** A reinforcement, or the replacement of a unit that declined. */
export const assignmentAdded = defineFold<AddedFact>({
  apply: addAssignment,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.added,
});
