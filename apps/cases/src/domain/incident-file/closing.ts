import { INCIDENT_STATE_WORDS, type ActorFact, type Outcome } from '#contracts';
import { addMs, DAY, defineRefusal } from '#domain-kit';
import { canClose } from './incident-states.js';
import { leadAssignment, type IncidentFile } from './incident-file.js';

/** Days after closing within which the enterprise is asked how it went. */
const FOLLOW_UP_DAYS = 3;

/** 409: only an incident that waits for review can be closed. */
export const notHandled = defineRefusal({
  code: 'incident.not-handled',
  kind: 'conflict',
  zh: '警情现为“{state}”，主办单位终结反馈后才能审核结警',
  en: 'The incident is {state}; it can be closed once the lead unit has given its final feedback',
});

/** 403: nobody reviews their own work. */
export const closedByLead = defineRefusal({
  code: 'incident.closed-by-lead',
  kind: 'forbidden',
  zh: '主办民警及主办单位人员不能审核结警',
  en: 'The lead officer and the lead unit cannot close their own incident',
});

/** 422: an incident is closed with exactly one outcome. */
export const outcomeMissing = defineRefusal({
  code: 'incident.outcome-missing',
  kind: 'unprocessable',
  zh: '缺少处置结果',
  en: 'An outcome is required',
  pointer: '/outcome',
});

/** 422: the outcome says that a case was registered and there is none. */
export const outcomeWithoutCase = defineRefusal({
  code: 'incident.outcome-without-case',
  kind: 'unprocessable',
  zh: '处置结果为转案件，但没有登记案件',
  en: 'The outcome is a registered case, but there is no case',
  pointer: '/outcome',
});

/** 409: an incident with a case is closed as one, until the case was refused. */
export const outcomeContradictsCase = defineRefusal({
  code: 'incident.outcome-contradicts-case',
  kind: 'conflict',
  zh: '该警情已登记案件 {number}，处置结果只能为转案件',
  en: 'The incident has case {number}: its outcome is a registered case',
  pointer: '/outcome',
});

/** 403: what the lead found is overridden by the duty chief. */
export const overrideNeedsChief = defineRefusal({
  code: 'incident.override-needs-chief',
  kind: 'forbidden',
  zh: '改变主办单位的处置结果须由值班长决定',
  en: "Another outcome than the lead's is the duty chief's decision",
});

/** 422: an override says why. */
export const overrideUnexplained = defineRefusal({
  code: 'incident.override-unexplained',
  kind: 'unprocessable',
  zh: '改变主办单位的处置结果须说明理由',
  en: "State why the outcome is another than the lead's",
  pointer: '/note',
});

/** Who wants to close, and with what. */
export interface CloseRequest {
  by: ActorFact;
  unitId?: string;
  /** Overrides what the lead's final feedback said. */
  outcome?: Outcome;
  note?: string;
  /** May say something else than the lead. */
  mayOverride?: boolean;
}

/** Checks a closing and answers its outcome and when the follow-up is due. Throws the refusals of this file. */
export function reviewClosing(
  file: IncidentFile,
  request: CloseRequest,
  now: Date,
): { outcome: Outcome; followUpDueAt: Date } {
  const { by, unitId, outcome } = request;
  if (!canClose(file.state)) throw notHandled({ state: INCIDENT_STATE_WORDS[file.state] });
  if (isLead(file, by, unitId)) throw closedByLead();
  const decided = outcome ?? (hasLiveCase(file) ? 'CASE_REGISTERED' : file.outcome);
  if (decided === undefined) throw outcomeMissing();
  requireAgreement(file, decided);
  requireOverride(file, decided, request);
  return { outcome: decided, followUpDueAt: addMs(now, FOLLOW_UP_DAYS * DAY) };
}

/** Another outcome than the lead's is the chief's, with a reason; that a case was opened since is nobody's override. */
function requireOverride(file: IncidentFile, decided: Outcome, { note, mayOverride }: CloseRequest): void {
  const { outcome: found } = file;
  if (found === undefined || found === decided || hasLiveCase(file)) return;
  if (!mayOverride) throw overrideNeedsChief();
  if (note === undefined || note.trim() === '') throw overrideUnexplained();
}

/** Outcome and case say the same: a registered case has one, and whatever has one that was not refused is one. */
function requireAgreement({ case: filed }: IncidentFile, decided: Outcome): void {
  if (decided === 'CASE_REGISTERED' && !filed) throw outcomeWithoutCase();
  if (decided !== 'CASE_REGISTERED' && filed && filed.state !== 'NOT_FILED') {
    throw outcomeContradictsCase({ number: filed.number });
  }
}

/** Whether it has a case that was not refused. */
const hasLiveCase = ({ case: filed }: IncidentFile): boolean => filed !== undefined && filed.state !== 'NOT_FILED';

/** Whether somebody is the lead officer or belongs to the lead unit. */
function isLead(file: IncidentFile, by: ActorFact, unitId: string | undefined): boolean {
  const ofLeadUnit = unitId !== undefined && leadAssignment(file)?.unit.id === unitId;
  return ofLeadUnit || file.leadBy?.accountId === by.accountId;
}
