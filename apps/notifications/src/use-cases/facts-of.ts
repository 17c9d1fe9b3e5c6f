import * as contracts from '#contracts';
import type { AssignedUnit, Facts } from '../domain/facts.js';

type Pick<E> = (event: E) => Facts;
type Line = readonly [type: string, pick: (event: never) => Facts];

const line = <E extends contracts.DomainEvent>(event: contracts.EventClass<E>, pick: Pick<E>): Line => [
  event.type,
  pick,
];

const assigned = ({ assignmentId, unit, role }: contracts.IssuedAssignment): AssignedUnit => ({
  assignmentId,
  unitId: unit.id,
  role,
});

const leadName = (issued: readonly contracts.IssuedAssignment[]): string | undefined =>
  (issued.find(({ role }) => role === 'lead') ?? issued[0])?.unit.name;

const assignment: Pick<contracts.AssignmentFact> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  assignmentId: event.assignmentId,
  unitId: event.unit.id,
  role: event.role,
  state: event.state,
  dispatchState: event.dispatchState,
  inferred: event.inferred,
});

const issued: Pick<contracts.AssignmentAdded | contracts.DispatchGapFilled> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  assigned: [assigned(event.assignment)],
  leadUnitName: event.assignment.unit.name,
  dispatchState: event.dispatchState,
});

const clock: Pick<contracts.ClockFact> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.firedAt,
  assignmentId: event.assignmentId,
  unitId: event.unit.id,
  clock: event.clock,
  stage: event.stage,
  dueAt: event.dueAt,
  escalatedTo: event.escalatedTo,
});

const caseMove: Pick<contracts.CaseFact> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  caseId: event.caseId,
  caseNumber: event.number,
});

const suspect: Pick<contracts.SuspectRecorded | contracts.SuspectCaught> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  caseId: event.caseId,
  suspect: event.suspect,
  state: event.state,
});

const report: Pick<contracts.IncidentReported> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.receivedAt,
  number: event.number,
  typeCode: event.incidentType.code,
  typeName: { zh: event.incidentType.name.zh, en: event.incidentType.name.en },
  priority: event.priority,
  enterpriseId: event.enterprise?.id,
  restricted: event.restricted,
  safeAccount: event.safeContact?.account,
  reportId: event.reportId,
});

const planned: Pick<contracts.DispatchPlanned> = (event) => ({
  incidentId: event.incidentId,
  occurredAt: event.plannedAt,
  priority: event.priority,
  assigned: event.assignments.map(assigned),
  informed: event.informed.flatMap(({ unit }) => unit?.id ?? []),
  gaps: event.slots.filter(({ gapReason }) => gapReason !== undefined).length,
  leadUnitName: leadName(event.assignments),
  dispatchState: event.dispatchState,
});

/** What is taken from each event. Adding an event: one line here. */
const LINES: readonly Line[] = [
  line(contracts.IncidentReported, report),
  line(contracts.IncidentReportAttached, ({ incidentId, receivedAt: occurredAt, reportId, reportCount }) => ({
    incidentId,
    occurredAt,
    reportId,
    reportCount,
  })),
  line(contracts.IncidentRegraded, ({ incidentId, occurredAt, to }) => ({ incidentId, occurredAt, priority: to })),
  line(contracts.IncidentCancelled, ({ incidentId, occurredAt }) => ({ incidentId, occurredAt, state: 'CANCELLED' })),
  line(contracts.DispatchPlanned, planned),
  line(contracts.DispatchGapFilled, issued),
  line(contracts.AssignmentAdded, issued),
  line(contracts.AssignmentAcknowledged, assignment),
  line(contracts.AssignmentDeparted, assignment),
  line(contracts.AssignmentArrived, assignment),
  line(contracts.AssignmentWorkStarted, assignment),
  line(contracts.AssignmentFeedbackGiven, (event) => ({ ...assignment(event), feedbackKind: event.kind })),
  line(contracts.AssignmentCompleted, (event) => ({ ...assignment(event), outcome: event.outcome })),
  line(contracts.AssignmentDeclineRequested, assignment),
  line(contracts.AssignmentDeclineRejected, assignment),
  line(contracts.AssignmentDeclined, assignment),
  line(contracts.AssignmentRecalled, assignment),
  line(contracts.ClockWarned, clock),
  line(contracts.ClockBreached, clock),
  line(contracts.CaseRegistered, ({ incidentId, caseId, number, registeredAt }) => ({
    incidentId,
    occurredAt: registeredAt,
    caseId,
    caseNumber: number,
    state: 'REGISTERED',
  })),
  line(contracts.CaseReviewStarted, (event) => ({ ...caseMove(event), state: 'REVIEWING' })),
  line(contracts.CaseFiled, (event) => ({ ...caseMove(event), state: 'FILED' })),
  line(contracts.CaseNotFiled, (event) => ({ ...caseMove(event), state: 'NOT_FILED' })),
  line(contracts.CaseInvestigationStarted, (event) => ({ ...caseMove(event), state: 'INVESTIGATING' })),
  line(contracts.CaseSolved, (event) => ({ ...caseMove(event), state: 'SOLVED' })),
  line(contracts.SuspectRecorded, suspect),
  line(contracts.SuspectCaught, suspect),
  line(contracts.LossEntryPosted, ({ incidentId, caseId, enterpriseId, entry }) => ({
    incidentId,
    occurredAt: entry.occurredAt,
    caseId,
    victimId: enterpriseId,
    entryId: entry.entryId,
    ledgerKind: entry.kind,
    amountFen: entry.amountFen,
  })),
  line(contracts.IncidentRestricted, ({ incidentId, occurredAt, safeContact }) => ({
    incidentId,
    occurredAt,
    restricted: true,
    safeAccount: safeContact?.account,
  })),
  line(contracts.AdviceIssued, ({ incidentId, issuedAt, adviceId, categories, answerBy }) => ({
    incidentId,
    occurredAt: issuedAt,
    adviceId,
    adviceCategories: categories,
    answerBy,
  })),
  line(contracts.IncidentClosed, ({ incidentId, closedAt, outcome, followUpDueAt }) => ({
    incidentId,
    occurredAt: closedAt,
    state: 'CLOSED',
    outcome,
    followUpDueAt,
  })),
  line(contracts.UnitChanged, ({ unitId, duty, capacity, changedAt }) => ({
    occurredAt: changedAt,
    unitId,
    duty,
    capacity,
  })),
];

const PICKS = new Map(LINES);

/** The facts of an event, or undefined for a type that nobody is told of. */
export function factsOf(event: contracts.DomainEvent): Facts | undefined {
  return PICKS.get(contracts.eventClassOf(event).type)?.(event as never);
}
