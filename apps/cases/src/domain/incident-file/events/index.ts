import type { Sight } from '#contracts';
import type { FileEvent, IncidentEvent, IncidentEventClass } from '../file-event.js';
import { adviceIssued } from './advice-issued.js';
import { assignmentAcknowledged } from './assignment-acknowledged.js';
import { assignmentAdded } from './assignment-added.js';
import { assignmentArrived } from './assignment-arrived.js';
import { assignmentCompleted } from './assignment-completed.js';
import { assignmentDeclineRejected } from './assignment-decline-rejected.js';
import { assignmentDeclineRequested } from './assignment-decline-requested.js';
import { assignmentDeclined } from './assignment-declined.js';
import { assignmentDeparted } from './assignment-departed.js';
import { assignmentFeedbackGiven } from './assignment-feedback-given.js';
import { assignmentRecalled } from './assignment-recalled.js';
import { assignmentWorkStarted } from './assignment-work-started.js';
import { caseAccepted } from './case-accepted.js';
import { caseClockRang } from './case-clock-rang.js';
import { caseConcluded } from './case-concluded.js';
import { caseDeadlineExtended } from './case-deadline-extended.js';
import { caseFiled } from './case-filed.js';
import { caseInvestigationStarted } from './case-investigation-started.js';
import { caseMediated } from './case-mediated.js';
import { caseMediationFailed } from './case-mediation-failed.js';
import { caseNotFiled } from './case-not-filed.js';
import { casePenaltyDecided } from './case-penalty-decided.js';
import { caseProposalMoved } from './case-proposal-moved.js';
import { caseReconsiderationAsked } from './case-reconsideration-asked.js';
import { caseRefusalOverturned } from './case-refusal-overturned.js';
import { caseRefusalUpheld } from './case-refusal-upheld.js';
import { caseRegistered } from './case-registered.js';
import { caseReviewStarted } from './case-review-started.js';
import { caseSolved } from './case-solved.js';
import { caseTerminated } from './case-terminated.js';
import { caseUpgraded } from './case-upgraded.js';
import { clockBreached } from './clock-breached.js';
import { clockWarned } from './clock-warned.js';
import { dispatchGapFilled } from './dispatch-gap-filled.js';
import { dispatchPlanned } from './dispatch-planned.js';
import { dispatchReplanned } from './dispatch-replanned.js';
import { incidentCancelled } from './incident-cancelled.js';
import { incidentClosed } from './incident-closed.js';
import { incidentFactsAdded } from './incident-facts-added.js';
import { incidentHoldOverdue } from './incident-hold-overdue.js';
import { incidentProposalMoved } from './incident-proposal-moved.js';
import { incidentRegraded } from './incident-regraded.js';
import { incidentReleased } from './incident-released.js';
import { incidentReportAttached } from './incident-report-attached.js';
import { incidentReported } from './incident-reported.js';
import { incidentRestricted } from './incident-restricted.js';
import { incidentRestrictionLifted } from './incident-restriction-lifted.js';
import { lossEntryPosted } from './loss-entry-posted.js';
import { suspectCaught } from './suspect-caught.js';
import { suspectRecorded } from './suspect-recorded.js';

/**
 * What every event of an incident does to its file and says on the timeline, in the order of an incident's life. An event
 * that has no file beside this one and no line here does not compile. Adding one: that file and that line.
 */
export const FILE_EVENTS = {
  'incident.reported.v1': incidentReported,
  'incident.report-attached.v1': incidentReportAttached,
  'incident.facts-added.v1': incidentFactsAdded,
  'incident.regraded.v1': incidentRegraded,
  'incident.released.v1': incidentReleased,
  'incident.hold-overdue.v1': incidentHoldOverdue,
  'incident.cancelled.v1': incidentCancelled,
  'dispatch.planned.v1': dispatchPlanned,
  'dispatch.replanned.v1': dispatchReplanned,
  'dispatch.gap-filled.v1': dispatchGapFilled,
  'assignment.added.v1': assignmentAdded,
  'assignment.acknowledged.v1': assignmentAcknowledged,
  'assignment.departed.v1': assignmentDeparted,
  'assignment.arrived.v1': assignmentArrived,
  'assignment.work-started.v1': assignmentWorkStarted,
  'assignment.feedback-given.v1': assignmentFeedbackGiven,
  'assignment.completed.v1': assignmentCompleted,
  'assignment.decline-requested.v1': assignmentDeclineRequested,
  'assignment.decline-rejected.v1': assignmentDeclineRejected,
  'assignment.declined.v1': assignmentDeclined,
  'assignment.recalled.v1': assignmentRecalled,
  'clock.warned.v1': clockWarned,
  'clock.breached.v1': clockBreached,
  'case.registered.v1': caseRegistered,
  'case.review-started.v1': caseReviewStarted,
  'case.filed.v1': caseFiled,
  'case.not-filed.v1': caseNotFiled,
  'case.accepted.v1': caseAccepted,
  'case.upgraded.v1': caseUpgraded,
  'case.penalty-decided.v1': casePenaltyDecided,
  'case.mediated.v1': caseMediated,
  'case.mediation-failed.v1': caseMediationFailed,
  'case.terminated.v1': caseTerminated,
  'case.concluded.v1': caseConcluded,
  'case.deadline-extended.v1': caseDeadlineExtended,
  'case.clock-rang.v1': caseClockRang,
  'case.reconsideration-asked.v1': caseReconsiderationAsked,
  'case.refusal-upheld.v1': caseRefusalUpheld,
  'case.refusal-overturned.v1': caseRefusalOverturned,
  'case.proposal-moved.v1': caseProposalMoved,
  'case.investigation-started.v1': caseInvestigationStarted,
  'case.solved.v1': caseSolved,
  'suspect.recorded.v1': suspectRecorded,
  'suspect.caught.v1': suspectCaught,
  'loss.entry-posted.v1': lossEntryPosted,
  'incident.restricted.v1': incidentRestricted,
  'incident.restriction-lifted.v1': incidentRestrictionLifted,
  'incident.proposal-moved.v1': incidentProposalMoved,
  'advice.issued.v1': adviceIssued,
  'incident.closed.v1': incidentClosed,
} satisfies { [Class in IncidentEventClass as Class['type']]: FileEvent<Class> };

/** The type of an event that has its place in the file. */
export type FileEventType = keyof typeof FILE_EVENTS;

const BY_TYPE: ReadonlyMap<string, FileEvent> = new Map(Object.entries(FILE_EVENTS));

/** What an event means to the file. */
export const meaningOf = (event: IncidentEvent): FileEvent =>
  FILE_EVENTS[(event.constructor as IncidentEventClass).type];

/** Who reads the lines of events of a type; nobody those of a type that this version does not know. */
export const readersOf = (type: string): readonly Sight[] => BY_TYPE.get(type)?.seenBy ?? [];

/** The events of other services that the file is made from. */
export const HEARD: readonly IncidentEventClass[] = Object.values(FILE_EVENTS)
  .map(({ event }): IncidentEventClass => event)
  .filter(({ source }) => source !== 'cases');
