import * as contracts from '#contracts';

/** Stands wherever an event carries something that neither a feed nor a notice may ever repeat. */
export const CANARY = 'CANARY';

const at = '2026-05-21T02:00:00.000Z';
const text = { zh: CANARY, en: CANARY };
const by = { accountId: CANARY, account: CANARY, name: CANARY };
const ps: contracts.UnitFact = { id: 'PS01', name: '湖塘派出所', discipline: 'PS' };
const cid: contracts.UnitFact = { id: 'CID01', name: '刑侦大队', discipline: 'CID' };
const pat: contracts.UnitFact = { id: 'PAT01', name: '巡特警', discipline: 'PAT' };
const plan: contracts.PlanFact = { id: 'p-E101', version: 1, atOnce: ['PS', 'CID'], inform: ['PAT'] };
const issued = (assignmentId: string, slot: number, unit: contracts.UnitFact, role: contracts.AssignmentRole) => ({
  assignmentId,
  slot,
  role,
  unit,
  issuedAt: at,
  acknowledgeBy: at,
});
const slot = (number: number): contracts.SlotFact => ({
  slot: number,
  discipline: 'PS',
  role: 'lead',
  candidates: [{ unitId: 'SEC01', name: CANARY, verdict: 'rejected', rule: CANARY, reason: text, distanceM: 5 }],
});

const ENDS = ['CaseMediated', 'CaseMediationFailed', 'CasePenaltyDecided', 'CaseTerminated', 'CaseConcluded'] as const;

/** The report of an incident; every field that is nobody's business carries the canary. */
export const reported = (
  incidentId: string,
  more: Partial<contracts.IncidentReported> = {},
): contracts.IncidentReported =>
  contracts.IncidentReported.of({
    incidentId,
    number: `JQ320412-${incidentId.slice(-4)}`,
    reportId: `r-${incidentId}`,
    channel: 'portal',
    receivedAt: at,
    recordedAt: at,
    // prettier-ignore
    incidentType: { code: 'E101', key: 'theft', name: { zh: '盗窃', en: 'theft' }, kind: 'incident', caseKind: 'criminal' },
    priority: 'P2',
    slaProfile: 'R2',
    firedRules: [{ rule: 'r', effect: 'e', reason: text }],
    enterpriseRelated: true,
    restricted: false,
    enterprise: { id: 'ent-1', name: CANARY, uscc: CANARY },
    place: { address: CANARY, longitude: 119.9, latitude: 31.7, zone: 'urban', district: '320412' },
    reporter: { name: CANARY, phone: CANARY, role: CANARY, accountId: CANARY },
    narrative: CANARY,
    flags: [],
    crowd: 0,
    injured: 0,
    estimatedLossFen: 4_236_000,
    details: { goods: CANARY },
    plan,
    ...more,
  });

/** The plan of an incident: two units assigned, one informed. */
export const planned = (incidentId: string): contracts.DispatchPlanned =>
  contracts.DispatchPlanned.of({
    incidentId,
    plannedAt: at,
    priority: 'P2',
    plan,
    slots: [slot(1), { ...slot(2), gapReason: text }],
    assignments: [issued(`a1-${incidentId}`, 1, ps, 'lead'), issued(`a2-${incidentId}`, 2, cid, 'assist')],
    informed: [{ discipline: 'PAT', unit: pat }],
    dispatchState: 'DISPATCHED',
  });

const proposed = {
  proposalId: 'p0',
  state: 'APPROVED',
  needsLegal: false,
  ruleVersion: 'v1',
  basis: CANARY,
  note: CANARY,
  occurredAt: at,
  by,
} as const;

/** Every other event of an incident, in an order that can happen; the incident is restricted near the end. */
export function life(incidentId: string): contracts.DomainEvent[] {
  const held = { incidentId, startedAt: at, dueAt: at, firedAt: at };
  const told = { incidentId, reason: CANARY, occurredAt: at, by };
  const move = {
    incidentId,
    assignmentId: `a1-${incidentId}`,
    unit: ps,
    role: 'lead' as const,
    dispatchState: 'RESPONDING' as const,
    occurredAt: at,
    recordedAt: at,
    inferred: [],
    by,
  };
  const clock = {
    incidentId,
    assignmentId: `a1-${incidentId}`,
    unit: ps,
    clock: 'acknowledge' as const,
    startedAt: at,
    limitSeconds: 60,
    dueAt: at,
    firedAt: at,
  };
  const kase = { incidentId, caseId: `c-${incidentId}`, number: 'A3204120001', occurredAt: at, by, basis: CANARY };
  const suspect = { incidentId, caseId: kase.caseId, suspect: 1, occurredAt: at, by };
  const added = { incidentId, occurredAt: at, slot: slot(3), dispatchState: 'RESPONDING' as const };
  const figures = {
    reportedFen: 1,
    verifiedFen: 1,
    heldFen: 1,
    recoveredFen: 1,
    returnedFen: 1,
    outstandingFen: 0,
    provisional: false,
  };
  const money = (kind: contracts.LedgerKind, line: number) =>
    contracts.LossEntryPosted.of({
      incidentId,
      caseId: kase.caseId,
      enterpriseId: 'ent-1',
      entry: {
        entryId: `l${line}`,
        line,
        kind,
        amountFen: 4_236_000,
        occurredAt: at,
        holding: CANARY,
        note: CANARY,
        by,
      },
      figures,
    });
  return [
    contracts.IncidentReportAttached.of({
      incidentId,
      reportId: 'r2',
      channel: 'phone',
      receivedAt: at,
      reporter: { name: CANARY, phone: CANARY },
      narrative: CANARY,
      reportCount: 2,
    }),
    contracts.IncidentRegraded.of({
      incidentId,
      from: 'P2',
      to: 'P1',
      occurredAt: at,
      firedRules: [{ rule: CANARY, effect: CANARY, reason: text }],
      by,
      reason: CANARY,
    }),
    contracts.IncidentFactsAdded.of({
      incidentId,
      occurredAt: at,
      by,
      grown: ['flags', 'details'],
      newFlags: ['weapon'],
      flags: ['weapon'],
      crowd: 0,
      injured: 0,
      estimatedLossFen: 0,
      details: { goods: CANARY },
      from: 'P1',
      priority: 'P1',
      firedRules: [{ rule: CANARY, effect: CANARY, reason: text }],
      enterpriseRelated: true,
      restricted: false,
      plan,
    }),
    contracts.DispatchReplanned.of({
      incidentId,
      occurredAt: at,
      priority: 'P1',
      plan,
      slots: [],
      assignments: [],
      informed: [],
      retimed: [],
      dispatchState: 'DISPATCHED',
    }),
    contracts.IncidentReleased.of({ incidentId, occurredAt: at, by, note: CANARY, priority: 'P1', plan }),
    contracts.IncidentHoldOverdue.of({ ...held, stage: 100, escalatedTo: 'duty_chief' }),
    contracts.ClockWarned.of({ ...clock, stage: 50 }),
    contracts.ClockBreached.of({ ...clock, stage: 100, escalatedTo: 'unit_duty_leader' }),
    contracts.AssignmentAcknowledged.of({ ...move, state: 'ACKNOWLEDGED' }),
    contracts.AssignmentDeparted.of({ ...move, state: 'EN_ROUTE' }),
    contracts.AssignmentArrived.of({ ...move, state: 'ARRIVED' }),
    contracts.AssignmentWorkStarted.of({ ...move, state: 'WORKING' }),
    contracts.AssignmentDeclineRequested.of({ ...move, state: 'DECLINE_REQUESTED', reason: 'engaged', note: CANARY }),
    contracts.AssignmentDeclineRejected.of({ ...move, state: 'WORKING' }),
    contracts.AssignmentAdded.of({
      ...added,
      assignment: issued(`a3-${incidentId}`, 3, { ...ps, id: 'TRF01' }, 'reinforcement'),
      by,
    }),
    contracts.AssignmentDeclined.of({
      ...move,
      assignmentId: `a3-${incidentId}`,
      unit: { ...ps, id: 'TRF01' },
      state: 'DECLINED',
      reason: 'engaged',
      note: CANARY,
    }),
    contracts.DispatchGapFilled.of({
      ...added,
      assignment: issued(`a4-${incidentId}`, 4, { ...ps, id: 'AST01' }, 'assist'),
    }),
    contracts.AssignmentRecalled.of({
      ...move,
      assignmentId: `a4-${incidentId}`,
      unit: { ...ps, id: 'AST01' },
      state: 'RECALLED',
    }),
    contracts.AssignmentFeedbackGiven.of({
      ...move,
      state: 'WORKING',
      feedbackId: 'f1',
      kind: 'first',
      text: CANARY,
      suspectsCaught: 2,
      insiderSuspected: true,
    }),
    contracts.CaseRegistered.of({
      incidentId,
      caseId: kase.caseId,
      number: kase.number,
      kind: 'criminal',
      registeredAt: at,
      leadUnit: ps,
    }),
    contracts.CaseReviewStarted.of(kase),
    contracts.CaseFiled.of(kase),
    contracts.CaseInvestigationStarted.of(kase),
    contracts.SuspectRecorded.of({ ...suspect, state: 'identified' }),
    contracts.SuspectCaught.of({ ...suspect, state: 'caught' }),
    money('LOSS_REPORTED', 1),
    money('STOPPED', 2),
    contracts.IncidentRestricted.of(told),
    contracts.IncidentProposalMoved.of({ ...proposed, incidentId, act: 'lift_restriction' }),
    contracts.IncidentRestrictionLifted.of({ ...told, proposalId: 'p0' }),
    contracts.IncidentRestricted.of({ ...told, safeContact: { account: 'safe' } }),
    contracts.CaseSolved.of(kase),
    contracts.CaseProposalMoved.of({ ...proposed, ...kase, act: 'not_file' }),
    contracts.CaseNotFiled.of(kase),
    contracts.CaseReconsiderationAsked.of(kase),
    contracts.CaseRefusalUpheld.of(kase),
    contracts.CaseRefusalOverturned.of(kase),
    contracts.CaseAccepted.of({ ...kase, kind: 'administrative' }),
    ...ENDS.map((name) => contracts[name].of({ ...kase, kind: 'administrative' })),
    contracts.CaseUpgraded.of(kase),
    contracts.CaseDeadlineExtended.of(kase),
    contracts.CaseClockRang.of({
      ...{ incidentId, clock: 'opening', clockName: text, startedAt: at, dueAt: at },
      ...{ stage: 50, firedAt: at, waitsFor: 'case_officer' },
    }),
    money('RECOVERED', 3),
    money('RETURNED', 4),
    contracts.AdviceIssued.of({
      incidentId,
      adviceId: 'v1',
      categories: ['gate', 'warehouse'],
      text: CANARY,
      issuedAt: at,
      by,
    }),
    contracts.AssignmentCompleted.of({ ...move, state: 'COMPLETED', text: CANARY, outcome: 'CASE_REGISTERED' }),
    contracts.IncidentCancelled.of({ incidentId, reason: 'withdrawn', note: CANARY, occurredAt: at, by }),
    contracts.IncidentClosed.of({
      incidentId,
      outcome: 'CASE_REGISTERED',
      closedAt: at,
      closedBy: by,
      leadUnit: ps,
      leadBy: by,
      note: CANARY,
      followUpDueAt: at,
    }),
  ];
}

/** A unit as it is now. */
export const unitChanged = (): contracts.UnitChanged =>
  contracts.UnitChanged.of({
    unitId: 'PS01',
    name: CANARY,
    discipline: 'PS',
    duty: 'on_duty',
    capacity: 3,
    longitude: 119.987654,
    latitude: 31.7,
    changedAt: at,
  });
