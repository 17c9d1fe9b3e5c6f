import { answerTo, type Act } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { standingOf, type Reader } from './access.js';
import type { IncidentFile } from './incident-file.js';

/** 403: only the unit that answers for the incident decides about its case. */
export const notLeadUnit = defineRefusal({
  code: 'case.not-lead-unit',
  kind: 'forbidden',
  zh: '只有主办单位的主办民警或审批领导可以办理',
  en: 'Only a case officer of the lead unit or an approver may do this',
});

/** 403: only units with an assignment of the incident work on it. */
export const notAssigned = defineRefusal({
  code: 'case.not-assigned',
  kind: 'forbidden',
  zh: '只有受派单位的主办民警或审批领导可以办理',
  en: 'Only a case officer of an assigned unit or an approver may do this',
});

/** 403: an economic case is filed only after a legal reviewer has looked at it (gate G5). */
export const legalReviewRequired = defineRefusal({
  code: 'case.legal-review-required',
  kind: 'forbidden',
  zh: '经济犯罪案件立案须由法制部门审核',
  en: 'An economic case is filed by a legal reviewer',
});

/** Checks that a caller is a case officer of the lead unit: who opens a case and brings it forward. */
export const requireLeadOfficer = (reader: Reader, file: IncidentFile): void =>
  check('case.open', reader, file, notLeadUnit);

/** Checks that a caller may decide about the case of a file: a case officer of the lead unit, or an approver. */
export const requireLeadUnit = (reader: Reader, file: IncidentFile): void =>
  check('case.decide', reader, file, notLeadUnit);

/** Checks that a caller may file (or not file) the case; an economic one is a legal reviewer's decision (G5). */
export function requireFilingAuthority(reader: Reader, file: IncidentFile): void {
  if (file.case?.kind !== 'economic') return requireLeadUnit(reader, file);
  check('case.file-economic', reader, file, legalReviewRequired);
}

/** Checks that a caller may keep suspects and ledger: a case officer of a unit with a standing assignment, or an approver. */
export const requireAssignedUnit = (reader: Reader, file: IncidentFile): void =>
  check('case.keep', reader, file, notAssigned);

/** Checks that a caller may restrict disclosure: the dispatch centre, or a unit with a standing assignment. */
export const requireRestricting = (reader: Reader, file: IncidentFile): void =>
  check('file.restrict', reader, file, notAssigned);

/** Checks that a caller may advise the enterprise: the dispatch desk, or a unit with a standing assignment. */
export const requireAdvising = (reader: Reader, file: IncidentFile): void =>
  check('file.advise', reader, file, notAssigned);

/** Checks that a caller may read the case of a file that he sees. */
export const requireCaseReading = (reader: Reader, file: IncidentFile): void =>
  check('case.read', reader, file, notAssigned);

function check(act: Act, reader: Reader, file: IncidentFile, refusal: () => Error): void {
  if (answerTo(act, reader, standingOf(reader, file)) !== 'allowed') throw refusal();
}
