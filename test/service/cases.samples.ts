import * as contracts from '#contracts';

/** Id of the enterprise that is the victim unless a spec says otherwise. */
export const ENTERPRISE = '01990000-0000-7000-8000-00000000e001';

/** An officer of a unit, as events name them. */
export const officer = (unit: string): contracts.ActorFact => ({
  accountId: `id-${unit}`,
  account: unit,
  name: `民警${unit}`,
});

/** Units by code. */
export const UNITS: Readonly<Record<string, contracts.UnitFact>> = {
  PS01: { id: 'PS01', name: '湖塘派出所', discipline: 'PS' },
  CID01: { id: 'CID01', name: '刑侦大队', discipline: 'CID' },
  ECID01: { id: 'ECID01', name: '经侦大队', discipline: 'ECID' },
};

const unit = (code: string): contracts.UnitFact => UNITS[code] ?? { id: code, name: code, discipline: 'PS' };

/** Minutes after the report, ISO. */
export const minutesAfter = (receivedAt: string, minutes: number): string =>
  new Date(new Date(receivedAt).getTime() + minutes * 60_000).toISOString();

/** A morning's report: two hours ago. */
export const RECEIVED_AT = new Date(Date.now() - 2 * 3_600_000).toISOString();

/** The report of a theft at an enterprise. */
export function reported(
  incidentId: string,
  more: Partial<contracts.IncidentReported> = {},
): contracts.IncidentReported {
  return contracts.IncidentReported.of({
    incidentId,
    number: `JQ320412${incidentId.slice(-6)}`,
    reportId: `r-${incidentId}`,
    channel: 'portal',
    receivedAt: RECEIVED_AT,
    recordedAt: RECEIVED_AT,
    incidentType: {
      code: 'E101',
      key: 'theft',
      name: { zh: '盗窃', en: 'theft' },
      kind: 'incident',
      caseKind: 'criminal',
    },
    priority: 'P3',
    slaProfile: 'R3',
    firedRules: [],
    enterpriseRelated: true,
    restricted: false,
    enterprise: { id: ENTERPRISE, name: '常州铜业' },
    place: { address: '武进区延政中路', longitude: 119.9, latitude: 31.7, zone: 'urban', district: '320412' },
    reporter: { name: '王经理', phone: '13800001111', accountId: 'id-enterprise' },
    narrative: '仓库铜材被盗',
    flags: [],
    crowd: 0,
    injured: 0,
    estimatedLossFen: 4_236_000,
    details: {},
    plan: { id: 'p-E101', version: 1, atOnce: ['PS', 'CID'], inform: ['PAT'] },
    ...more,
  });
}

/** The dispatch of an incident to units; the first leads. */
export function planned(incidentId: string, units: readonly string[]): contracts.DispatchPlanned {
  const plannedAt = minutesAfter(RECEIVED_AT, 1);
  const role = (nth: number) => (nth === 0 ? 'lead' : 'assist') as contracts.AssignmentRole;
  return contracts.DispatchPlanned.of({
    incidentId,
    plannedAt,
    priority: 'P3',
    plan: { id: 'p-E101', version: 1, atOnce: ['PS', 'CID'], inform: ['PAT'] },
    slots: units.map((code, nth) => ({
      slot: nth + 1,
      discipline: unit(code).discipline,
      role: role(nth),
      assignmentId: `${incidentId}-${code}`.slice(-60),
      candidates: [
        {
          unitId: code,
          name: unit(code).name,
          verdict: 'chosen',
          rule: 'nearest',
          reason: { zh: '最近', en: 'nearest' },
          distanceM: 900,
        },
      ],
    })),
    assignments: units.map((code, nth) => ({
      assignmentId: `${incidentId}-${code}`.slice(-60),
      slot: nth + 1,
      role: role(nth),
      unit: unit(code),
      issuedAt: plannedAt,
      acknowledgeBy: minutesAfter(plannedAt, 3),
    })),
    informed: [{ discipline: 'PAT' }],
    dispatchState: 'DISPATCHED',
  });
}

/** What every change of an assignment says, `minutes` after the report. */
export const step = (
  incidentId: string,
  code: string,
  role: contracts.AssignmentRole,
  state: contracts.AssignmentState,
  dispatchState: contracts.IncidentState,
  minutes: number,
) => ({
  incidentId,
  assignmentId: `${incidentId}-${code}`.slice(-60),
  unit: unit(code),
  role,
  state,
  dispatchState,
  occurredAt: minutesAfter(RECEIVED_AT, minutes),
  recordedAt: new Date().toISOString(),
  inferred: [],
  by: officer(code),
});

/** Feedback of a unit. */
export const feedback = (
  incidentId: string,
  code: string,
  minutes: number,
  found: Partial<contracts.AssignmentFeedbackGiven> = {},
): contracts.AssignmentFeedbackGiven =>
  contracts.AssignmentFeedbackGiven.of({
    ...step(incidentId, code, 'lead', 'WORKING', 'ON_SCENE', minutes),
    feedbackId: `f-${minutes}`,
    kind: 'first',
    text: '现场勘查',
    suspectsCaught: 0,
    insiderSuspected: false,
    ...found,
  });

/** The lead's final feedback. */
export const completed = (
  incidentId: string,
  code: string,
  outcome: contracts.Outcome = 'CASE_REGISTERED',
): contracts.AssignmentCompleted =>
  contracts.AssignmentCompleted.of({
    ...step(incidentId, code, 'lead', 'COMPLETED', 'HANDLED', 60),
    text: '处置完毕',
    outcome,
  });
