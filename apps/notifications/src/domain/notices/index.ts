import { adminCaseNotAccepted } from './admin-case-not-accepted.js';
import { adminCaseRegistered } from './admin-case-registered.js';
import { advice } from './advice.js';
import { arrived } from './arrived.js';
import { cancelled } from './cancelled.js';
import { caseAccepted } from './case-accepted.js';
import { caseConcluded } from './case-concluded.js';
import { caseContinues } from './case-continues.js';
import { caseFiled } from './case-filed.js';
import { caseMediated } from './case-mediated.js';
import { caseMediationFailed } from './case-mediation-failed.js';
import { caseNotFiled } from './case-not-filed.js';
import { casePenaltyDecided } from './case-penalty-decided.js';
import { caseRefusalOverturned } from './case-refusal-overturned.js';
import { caseRefusalUpheld } from './case-refusal-upheld.js';
import { caseRegistered } from './case-registered.js';
import { caseSolved } from './case-solved.js';
import { caseTerminated } from './case-terminated.js';
import { closed } from './closed.js';
import { contactOnly } from './contact-only.js';
import { delayed } from './delayed.js';
import { dispatched } from './dispatched.js';
import { feedback } from './feedback.js';
import { moneyCorrected } from './money-corrected.js';
import { moneyReleased } from './money-released.js';
import { moneySecured } from './money-secured.js';
import { propertyReady } from './property-ready.js';
import { propertyReturned } from './property-returned.js';
import { received } from './received.js';
import { serviceArranged } from './service-arranged.js';
import { serviceCancelled } from './service-cancelled.js';
import { serviceDelayed } from './service-delayed.js';
import { serviceDone } from './service-done.js';
import { serviceReceived } from './service-received.js';
import { serviceStarted } from './service-started.js';

/** Every notice there is, in the order of an incident's life. Adding one: one file beside this one, one line here. */
export const NOTICES = [
  received,
  serviceReceived,
  dispatched,
  serviceArranged,
  delayed,
  serviceDelayed,
  arrived,
  serviceStarted,
  feedback,
  caseRegistered,
  adminCaseRegistered,
  caseFiled,
  caseAccepted,
  caseNotFiled,
  adminCaseNotAccepted,
  caseRefusalUpheld,
  caseRefusalOverturned,
  caseSolved,
  casePenaltyDecided,
  caseMediated,
  caseMediationFailed,
  caseTerminated,
  caseConcluded,
  moneySecured,
  moneyReleased,
  moneyCorrected,
  propertyReady,
  propertyReturned,
  contactOnly,
  advice,
  cancelled,
  serviceCancelled,
  closed,
  caseContinues,
  serviceDone,
] as const;

/** Key of a notice. */
export type NoticeKey = (typeof NOTICES)[number]['key'];

/** Keys of the notices that concern one contact alone. */
export const TOLD_TO_ONE: ReadonlySet<string> = new Set(
  NOTICES.filter(({ once }) => once === 'contact').map(({ key }) => key),
);

/** Keys of the notices that are told of a restricted incident too. */
export const TOLD_WHEN_RESTRICTED: ReadonlySet<string> = new Set(
  NOTICES.filter(({ whenRestricted }) => whenRestricted).map(({ key }) => key),
);
