import type {
  AssignmentFact,
  AssignmentState,
  DeclineReason,
  IncidentState,
  IssuedAssignment,
  SlotFact,
} from '#contracts';
import { earliest } from './file-event.js';
import type { FiledAssignment } from './filed-assignment.js';
import type { IncidentFile } from './incident-file.js';
import { stateAfter } from './incident-states.js';

type Edit = (assignment: FiledAssignment) => FiledAssignment;
type Milestone = 'acknowledgedAt' | 'departedAt' | 'arrivedAt' | 'workStartedAt' | 'completedAt';

/** The file with one assignment changed. */
export function changeAssignment(file: IncidentFile, assignmentId: string, edit: Edit): IncidentFile {
  return {
    ...file,
    assignments: file.assignments.map((one) => (one.assignmentId === assignmentId ? edit(one) : one)),
  };
}

/** What every change of an assignment does: its state, what it implies, and where the incident stands. */
export function moveAssignment(file: IncidentFile, event: AssignmentFact, edit: Edit = (one) => one): IncidentFile {
  const moved = changeAssignment(file, event.assignmentId, (one) =>
    edit({ ...one, state: event.state, inferred: [...new Set([...one.inferred, ...event.inferred])] }),
  );
  return { ...moved, state: stateAfter(file.state, event.dispatchState) };
}

/**
 * A change that reaches a milestone; the earliest report of it counts, and takes the place of what was only inferred. Other
 * inferred ones stay on their own side of it, as in the dispatch.
 */
export const reach = (file: IncidentFile, event: AssignmentFact, name: Milestone): IncidentFile =>
  moveAssignment(file, event, (one) => {
    const guessed = one.inferred.includes(REACHED[name]) && !event.inferred.includes(REACHED[name]);
    const at = guessed ? event.occurredAt : earliest(one[name], event.occurredAt);
    return {
      ...one,
      ...guessesBeside(one, name, at),
      [name]: at,
      inferred: one.inferred.filter((state) => state !== REACHED[name] || event.inferred.includes(state)),
    };
  });

/** The milestones of a unit's way in their order, and the states that they lead to. */
const REACHED: Readonly<Record<Milestone, AssignmentState>> = {
  acknowledgedAt: 'ACKNOWLEDGED',
  departedAt: 'EN_ROUTE',
  arrivedAt: 'ARRIVED',
  workStartedAt: 'WORKING',
  completedAt: 'COMPLETED',
};
const WAY = Object.keys(REACHED) as readonly Milestone[];

function guessesBeside(one: FiledAssignment, name: Milestone, at: string): Partial<FiledAssignment> {
  const wrong = WAY.filter((other) => {
    const known = one[other];
    if (known === undefined || !one.inferred.includes(REACHED[other])) return false;
    return WAY.indexOf(other) < WAY.indexOf(name) ? known > at : known < at;
  });
  return Object.fromEntries(wrong.map((other) => [other, at]));
}

/** A change about a release that a unit asked for. */
export const decline = (
  file: IncidentFile,
  event: AssignmentFact & { reason: DeclineReason; note?: string; version?: number },
): IncidentFile => {
  const { reason, note, version = 1 } = event;
  return moveAssignment(file, event, (one) => ({
    ...one,
    decline: { reason, ...(note !== undefined && { note }), version },
  }));
};

/** An assignment as it is issued. */
export const issued = (assignment: IssuedAssignment, replaces?: string): FiledAssignment => ({
  ...assignment,
  state: 'ISSUED',
  inferred: [],
  feedback: [],
  clocks: [],
  ...(replaces !== undefined && { replaces }),
});

/** The file with one more assignment, and its slot as it was judged now. */
export function addAssignment(
  file: IncidentFile,
  event: { slot: SlotFact; assignment: IssuedAssignment; dispatchState: IncidentState; replaces?: string },
): IncidentFile {
  const { slot, assignment, dispatchState, replaces } = event;
  return {
    ...file,
    state: stateAfter(file.state, dispatchState),
    ...(file.dispatch && { dispatch: { ...file.dispatch, slots: withSlot(file.dispatch.slots, slot) } }),
    assignments: [...file.assignments, issued(assignment, replaces)],
  };
}

/** The slots with one more, or with one judged anew. */
export function withSlot(slots: readonly SlotFact[], slot: SlotFact): SlotFact[] {
  const known = slots.some((one) => one.slot === slot.slot);
  return known ? slots.map((one) => (one.slot === slot.slot ? slot : one)) : [...slots, slot];
}
