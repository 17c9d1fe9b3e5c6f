import * as contracts from '#contracts';
import type { DomainEvent, EventClass } from '#contracts';
import * as assignments from '../domain/incident-file/assignment-folds.js';
import * as cases from '../domain/incident-file/case-folds.js';
import * as closing from '../domain/incident-file/closing-folds.js';
import * as dispatch from '../domain/incident-file/dispatch-folds.js';
import type { Fold } from '../domain/incident-file/fold.js';
import * as reports from '../domain/incident-file/report-folds.js';

type Entry = [type: string, fold: Fold<DomainEvent>];

/** Binds an event class to its fold; the compiler checks that the event carries what the fold reads. */
const on = <E extends DomainEvent>(event: EventClass<E>, fold: Fold<E>): Entry => [
  event.type,
  fold as unknown as Fold<DomainEvent>,
];

/** What each event of an incident does to its file. An event that is missing here leaves no trace in the file. */
const FOLDS: ReadonlyMap<string, Fold<DomainEvent>> = new Map([
  on(contracts.IncidentReported, reports.reported),
  on(contracts.IncidentReportAttached, reports.attached),
  on(contracts.IncidentRegraded, reports.regraded),
  on(contracts.IncidentCancelled, reports.cancelled),
  on(contracts.DispatchPlanned, dispatch.planned),
  on(contracts.DispatchGapFilled, dispatch.gapFilled),
  on(contracts.AssignmentAdded, dispatch.assignmentAdded),
  on(contracts.AssignmentAcknowledged, assignments.acknowledged),
  on(contracts.AssignmentDeparted, assignments.departed),
  on(contracts.AssignmentArrived, assignments.arrived),
  on(contracts.AssignmentWorkStarted, assignments.workStarted),
  on(contracts.AssignmentFeedbackGiven, assignments.feedbackGiven),
  on(contracts.AssignmentCompleted, assignments.completed),
  on(contracts.AssignmentDeclineRequested, assignments.declineRequested),
  on(contracts.AssignmentDeclineRejected, assignments.declineRejected),
  on(contracts.AssignmentDeclined, assignments.declined),
  on(contracts.AssignmentRecalled, assignments.recalled),
  on(contracts.ClockWarned, assignments.clockWarned),
  on(contracts.ClockBreached, assignments.clockBreached),
  on(contracts.CaseRegistered, cases.caseRegistered),
  on(contracts.CaseReviewStarted, cases.reviewStarted),
  on(contracts.CaseFiled, cases.filed),
  on(contracts.CaseNotFiled, cases.notFiled),
  on(contracts.CaseInvestigationStarted, cases.investigationStarted),
  on(contracts.CaseSolved, cases.solved),
  on(contracts.SuspectRecorded, cases.suspectRecorded),
  on(contracts.SuspectCaught, cases.suspectCaught),
  on(contracts.LossEntryPosted, cases.lossPosted),
  on(contracts.IncidentRestricted, closing.restricted),
  on(contracts.AdviceIssued, closing.adviceIssued),
  on(contracts.IncidentClosed, closing.closed),
]);

/** The fold of an event. Throws for an event that has none: a programming error. */
export function foldOf(type: string): Fold<DomainEvent> {
  const fold = FOLDS.get(type);
  if (!fold) throw new Error(`${type} has no fold`);
  return fold;
}

/** Types of events that change files; a spec compares them with the catalogue. */
export const foldedTypes = (): string[] => [...FOLDS.keys()];
