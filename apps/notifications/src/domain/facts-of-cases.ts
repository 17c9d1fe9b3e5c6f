import type { CaseFact, CaseState, EventsOn, INCIDENTS, ProposalFact } from '#contracts';
import type { Facts } from './facts.js';

type Told = EventsOn<typeof INCIDENTS>;
/** Types of the events that are about a case itself. */
type CaseType = Extract<keyof Told, `case.${string}`>;

const caseMove =
  (state: CaseState) =>
  (event: CaseFact): Facts => ({
    incidentId: event.incidentId,
    occurredAt: event.occurredAt,
    caseId: event.caseId,
    caseNumber: event.number,
    caseKind: event.kind,
    state,
  });

/** What is taken from a step of a proposal. */
export const proposal = ({ incidentId, occurredAt, proposalId, state, waitsFor }: ProposalFact): Facts => ({
  incidentId,
  occurredAt,
  proposalId,
  state,
  waitsFor,
});

/** What is taken from each event about a case; one without a line does not compile. */
export const CASE_FACTS: { readonly [T in CaseType]: (event: Told[T]) => Facts } = {
  'case.registered.v1': ({ incidentId, caseId, number, kind, registeredAt }) => ({
    incidentId,
    occurredAt: registeredAt,
    caseId,
    caseNumber: number,
    caseKind: kind,
    state: 'REGISTERED',
  }),
  'case.review-started.v1': caseMove('REVIEWING'),
  'case.filed.v1': caseMove('FILED'),
  'case.not-filed.v1': caseMove('NOT_FILED'),
  'case.accepted.v1': caseMove('ADMIN_ACCEPTED'),
  'case.upgraded.v1': caseMove('FILED'),
  'case.penalty-decided.v1': caseMove('ADMIN_DECIDED'),
  'case.mediated.v1': caseMove('MEDIATED'),
  'case.mediation-failed.v1': caseMove('ADMIN_ACCEPTED'),
  'case.terminated.v1': caseMove('TERMINATED'),
  'case.concluded.v1': caseMove('CONCLUDED'),
  'case.deadline-extended.v1': ({ incidentId, occurredAt, caseId, number }) => ({
    incidentId,
    occurredAt,
    caseId,
    caseNumber: number,
  }),
  'case.clock-rang.v1': ({
    incidentId,
    firedAt,
    caseId,
    number,
    clock: lawClock,
    stage,
    dueAt,
    waitsFor,
    escalatedTo,
  }) => ({
    incidentId,
    occurredAt: firedAt,
    caseId,
    caseNumber: number,
    lawClock,
    stage,
    dueAt,
    waitsFor,
    escalatedTo,
  }),
  'case.reconsideration-asked.v1': caseMove('RECONSIDERING'),
  'case.refusal-upheld.v1': caseMove('NOT_FILED'),
  'case.refusal-overturned.v1': caseMove('REVIEWING'),
  'case.proposal-moved.v1': (event) => ({
    ...proposal(event),
    caseId: event.caseId,
    caseNumber: event.number,
    proposedAct: event.act,
    amountFen: event.entry?.amountFen,
  }),
  'case.investigation-started.v1': caseMove('INVESTIGATING'),
  'case.solved.v1': caseMove('SOLVED'),
};
