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

/** Who wants to close, and with what. */
export interface CloseRequest {
  by: ActorFact;
  unitId?: string;
  /** Overrides what the lead's final feedback said. */
  outcome?: Outcome;
}

/** Checks a closing and answers its outcome and when the follow-up is due. Throws the refusals of this file. */
export function reviewClosing(
  file: IncidentFile,
  { by, unitId, outcome }: CloseRequest,
  now: Date,
): { outcome: Outcome; followUpDueAt: Date } {
  if (!canClose(file.state)) throw notHandled({ state: INCIDENT_STATE_WORDS[file.state] });
  if (isLead(file, by, unitId)) throw closedByLead();
  const decided = outcome ?? file.outcome;
  if (decided === undefined) throw outcomeMissing();
  if (decided === 'CASE_REGISTERED' && !file.case) throw outcomeWithoutCase();
  return { outcome: decided, followUpDueAt: addMs(now, FOLLOW_UP_DAYS * DAY) };
}

/** Whether somebody is the lead officer or belongs to the lead unit. */
function isLead(file: IncidentFile, by: ActorFact, unitId: string | undefined): boolean {
  const ofLeadUnit = unitId !== undefined && leadAssignment(file)?.unit.id === unitId;
  return ofLeadUnit || file.leadBy?.accountId === by.accountId;
}
