import { answerTo, type Act } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { standingOf, type Reader } from './access.js';
import type { IncidentFile } from './incident-file.js';

/** 403: only the unit that answers for the incident decides about its case. */
export const notLeadUnit = defineRefusal({
  code: 'case.not-lead-unit',
  kind: 'forbidden',
  zh: '只有主办单位的主办民警可以办理',
  en: 'Only a case officer of the lead unit may do this',
});

/** 403: only units with an assignment of the incident work on it. */
export const notAssigned = defineRefusal({
  code: 'case.not-assigned',
  kind: 'forbidden',
  zh: '只有受派单位的主办民警可以办理',
  en: 'Only a case officer of an assigned unit may do this',
});

/** 403: what a reconsideration comes to is proposed by legal review. */
export const notLegalReviewer = defineRefusal({
  code: 'case.not-legal-reviewer',
  kind: 'forbidden',
  zh: '复议复核由法制部门提出意见',
  en: 'Legal review proposes what a reconsideration comes to',
});

/** Checks that a caller is a case officer of the lead unit: who opens a case and brings it forward. */
export const requireLeadOfficer = (reader: Reader, file: IncidentFile): void =>
  check('case.open', reader, file, notLeadUnit);

/** Checks that a caller reviews for law (法制) what is reconsidered. */
export const requireLegalReviewer = (reader: Reader, file: IncidentFile): void =>
  check('case.reconsider', reader, file, notLegalReviewer);

/** Checks that a caller may keep suspects and ledger: a case officer of a unit with a standing assignment. */
export const requireAssignedUnit = (reader: Reader, file: IncidentFile): void =>
  check('case.keep', reader, file, notAssigned);

/** Checks that a caller may restrict disclosure: the dispatch centre, or a unit with a standing assignment. */
export const requireRestricting = (reader: Reader, file: IncidentFile): void =>
  check('file.restrict', reader, file, notAssigned);

/** Checks that a caller may propose about the file what somebody else approves: a case officer of the lead unit. */
export const requireProposing = (reader: Reader, file: IncidentFile): void =>
  check('file.propose', reader, file, notLeadUnit);

/** Checks that a caller may advise the enterprise: the dispatch desk, or a unit with a standing assignment. */
export const requireAdvising = (reader: Reader, file: IncidentFile): void =>
  check('file.advise', reader, file, notAssigned);

/** Checks that a caller may read the case of a file that he sees. */
export const requireCaseReading = (reader: Reader, file: IncidentFile): void =>
  check('case.read', reader, file, notAssigned);

function check(act: Act, reader: Reader, file: IncidentFile, refusal: () => Error): void {
  if (answerTo(act, reader, standingOf(reader, file)) !== 'allowed') throw refusal();
}
