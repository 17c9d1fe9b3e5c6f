import {
  eventClassOf,
  restrictsAnew,
  type DomainEvent,
  type EventsOn,
  type IncidentReported,
  type INCIDENTS,
  type SuspectCaught,
  type SuspectRecorded,
  type UNITS,
} from '#contracts';
import { CASE_FACTS, proposal } from './facts-of-cases.js';
import { DISPATCH_FACTS } from './facts-of-dispatches.js';
import type { Facts } from './facts.js';

/** Every event that this service hears, by type. */
export type Told = EventsOn<typeof INCIDENTS | typeof UNITS>;
/** Type of an event that this service hears. */
export type ToldType = keyof Told;

const suspect = (event: SuspectRecorded | SuspectCaught): Facts => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  caseId: event.caseId,
  suspect: event.suspect,
  state: event.state,
});

const report = (event: IncidentReported): Facts => ({
  incidentId: event.incidentId,
  occurredAt: event.receivedAt,
  number: event.number,
  typeCode: event.incidentType.code,
  typeName: { zh: event.incidentType.name.zh, en: event.incidentType.name.en },
  typeAdvice: event.incidentType.advice && { zh: event.incidentType.advice.zh, en: event.incidentType.advice.en },
  service: event.incidentType.kind === 'service',
  priority: event.priority,
  enterpriseId: event.enterprise?.id,
  restricted: event.restricted,
  safeAccount: event.safeContact?.account?.toLowerCase(),
  reportId: event.reportId,
  ...(event.hold && { held: true }),
});

/**
 * What is taken from each event, and by that which events are heard at all. An event of these streams without a line does
 * not compile.
 */
export const FACTS: { readonly [T in ToldType]: (event: Told[T]) => Facts } = {
  'incident.reported.v1': report,
  'incident.report-attached.v1': ({ incidentId, receivedAt: occurredAt, reportId, reportCount, hold }) => ({
    incidentId,
    occurredAt,
    reportId,
    reportCount,
    ...(hold && { held: true }),
  }),
  'incident.facts-added.v1': (event) => ({
    incidentId: event.incidentId,
    occurredAt: event.occurredAt,
    priority: event.priority,
    enterpriseId: event.enterprise?.id,
    ...(restrictsAnew(event) && { restricted: true }),
    newFlags: event.newFlags,
    grown: event.grown,
  }),
  'incident.regraded.v1': ({ incidentId, occurredAt, to }) => ({ incidentId, occurredAt, priority: to }),
  'incident.released.v1': ({ incidentId, occurredAt, priority }) => ({ incidentId, occurredAt, priority, held: false }),
  'incident.hold-overdue.v1': ({ incidentId, firedAt: occurredAt, stage, dueAt, escalatedTo }) => ({
    incidentId,
    occurredAt,
    stage,
    dueAt,
    escalatedTo,
    held: true,
  }),
  'incident.cancelled.v1': ({ incidentId, occurredAt }) => ({ incidentId, occurredAt, state: 'CANCELLED' }),
  ...DISPATCH_FACTS,
  ...CASE_FACTS,
  'incident.proposal-moved.v1': proposal,
  'suspect.recorded.v1': suspect,
  'suspect.caught.v1': suspect,
  'loss.entry-posted.v1': ({ incidentId, caseId, enterpriseId, entry }) => ({
    incidentId,
    occurredAt: entry.occurredAt,
    caseId,
    victimId: enterpriseId,
    entryId: entry.entryId,
    ledgerKind: entry.kind,
    amountFen: entry.amountFen,
    reversedKind: entry.reversedKind,
  }),
  'incident.restricted.v1': ({ incidentId, occurredAt, safeContact }) => ({
    incidentId,
    occurredAt,
    restricted: true,
    safeAccount: safeContact?.account?.toLowerCase(),
  }),
  'incident.restriction-lifted.v1': ({ incidentId, occurredAt }) => ({ incidentId, occurredAt, restricted: false }),
  'advice.issued.v1': ({ incidentId, issuedAt, adviceId, categories, answerBy }) => ({
    incidentId,
    occurredAt: issuedAt,
    adviceId,
    adviceCategories: categories,
    answerBy,
  }),
  'incident.closed.v1': ({ incidentId, closedAt, outcome, caseGoesOn, followUpDueAt }) => ({
    incidentId,
    occurredAt: closedAt,
    state: 'CLOSED',
    outcome,
    caseGoesOn,
    followUpDueAt,
  }),
  'unit.changed.v1': ({ unitId, duty, capacity, changedAt }) => ({ occurredAt: changedAt, unitId, duty, capacity }),
};

/** An event with the type by which it is heard, and its facts. Throws for an event that is not heard. */
export function factsOf(event: DomainEvent): { readonly type: ToldType; readonly facts: Facts } {
  const { type } = eventClassOf(event);
  const pick = FACTS[type as ToldType] as ((event: DomainEvent) => Facts) | undefined;
  if (!pick) throw new Error(`${type} has no facts`);
  return { type: type as ToldType, facts: pick(event) };
}
