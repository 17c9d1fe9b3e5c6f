import type { AssignmentFact, ClockFact, CompletedFact, DeclineFact, FeedbackFact } from './facts.js';
import { defineFold, earliest, type Fold } from './fold.js';
import type { FiledAssignment, IncidentFile } from './incident-file.js';
import { stateAfter } from './incident-lifecycle.js';
import { TIMELINE_TEXTS } from './timeline-texts.js';

type Milestone = 'acknowledgedAt' | 'departedAt' | 'arrivedAt' | 'workStartedAt' | 'completedAt';

function change(
  file: IncidentFile,
  assignmentId: string,
  edit: (assignment: FiledAssignment) => FiledAssignment,
): IncidentFile {
  return {
    ...file,
    assignments: file.assignments.map((one) => (one.assignmentId === assignmentId ? edit(one) : one)),
  };
}

/** What every change of an assignment does: its state, what it implies, and where the dispatch stands. */
function move(
  file: IncidentFile,
  event: AssignmentFact,
  edit: (assignment: FiledAssignment) => FiledAssignment = (one) => one,
): IncidentFile {
  const moved = change(file, event.assignmentId, (one) =>
    edit({ ...one, state: event.state, inferred: [...new Set([...one.inferred, ...event.inferred])] }),
  );
  return {
    ...moved,
    state: stateAfter(file.state, event.dispatchState),
    ...(file.dispatch && { dispatch: { ...file.dispatch, state: event.dispatchState } }),
  };
}

function milestone(name: Milestone, text: Fold<AssignmentFact>['text']): Fold<AssignmentFact> {
  return defineFold<AssignmentFact>({
    apply: (file, event) => move(file, event, (one) => ({ ...one, [name]: earliest(one[name], event.occurredAt) })),
    at: ({ occurredAt }) => occurredAt,
    by: ({ by }) => by,
    text,
  });
}

/** A change that only moves the state. */
function plain(text: Fold<AssignmentFact>['text']): Fold<AssignmentFact> {
  return defineFold<AssignmentFact>({
    apply: (file, event) => move(file, event),
    at: ({ occurredAt }) => occurredAt,
    by: ({ by }) => by,
    text,
  });
}

function decline(text: Fold<DeclineFact>['text']): Fold<DeclineFact> {
  return defineFold<DeclineFact>({
    apply: (file, event) =>
      move(file, event, (one) => ({
        ...one,
        decline: { reason: event.reason, ...(event.note !== undefined && { note: event.note }) },
      })),
    at: ({ occurredAt }) => occurredAt,
    by: ({ by }) => by,
    text,
  });
}

function stage(): Fold<ClockFact> {
  return defineFold<ClockFact>({
    apply: (file, { assignmentId, clock, stage: reached, dueAt, firedAt, escalatedTo }) =>
      change(file, assignmentId, (one) => ({
        ...one,
        clocks: [
          ...one.clocks,
          { clock, stage: reached, dueAt, firedAt, ...(escalatedTo !== undefined && { escalatedTo }) },
        ],
      })),
    at: ({ firedAt }) => firedAt,
    text: TIMELINE_TEXTS.clock,
  });
}

/** A member of the unit took the assignment (签收). */
export const acknowledged = milestone('acknowledgedAt', TIMELINE_TEXTS.acknowledged);
/** The unit is on its way (出动). */
export const departed = milestone('departedAt', TIMELINE_TEXTS.departed);
/** The unit is on the scene (到场). */
export const arrived = milestone('arrivedAt', TIMELINE_TEXTS.arrived);
/** The unit works on the incident (处置). */
export const workStarted = milestone('workStartedAt', TIMELINE_TEXTS.workStarted);
/** The decline was refused; the assignment stands. */
export const declineRejected = plain(TIMELINE_TEXTS.declineRejected);
/** The assignment was called back. */
export const recalled = plain(TIMELINE_TEXTS.recalled);
/** The unit asked to be released (申请退单). */
export const declineRequested = decline(TIMELINE_TEXTS.declineRequested);
/** The unit was released (退单). */
export const declined = decline(TIMELINE_TEXTS.declined);
/** Half of a limit is used up. */
export const clockWarned = stage();
/** A limit passed. */
export const clockBreached = stage();

/** Feedback of a unit that goes on working; an insider that it suspects marks the whole file. */
export const feedbackGiven = defineFold<FeedbackFact>({
  apply: (file, event) => {
    const { feedbackId, kind, occurredAt: at, text, suspectsCaught, insiderSuspected, by } = event;
    const moved = move(file, event, (one) => ({
      ...one,
      feedback: [...one.feedback, { feedbackId, kind, at, text, suspectsCaught, insiderSuspected, by }],
    }));
    return { ...moved, insiderSuspected: file.insiderSuspected || insiderSuspected };
  },
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.feedback,
});

/** Final feedback. The lead's names the lead officer and the outcome. */
export const completed = defineFold<CompletedFact>({
  apply: (file, event) => {
    const moved = move(file, event, (one) => ({ ...one, completedAt: earliest(one.completedAt, event.occurredAt) }));
    if (event.role !== 'lead') return moved;
    return { ...moved, leadBy: event.by, ...(event.outcome !== undefined && { outcome: event.outcome }) };
  },
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.completed,
});
