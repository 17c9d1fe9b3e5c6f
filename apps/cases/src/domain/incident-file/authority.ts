import { defineRefusal } from '#domain-kit';
import { ofCentre, type Reader } from './access.js';
import { involves, leadAssignment, type IncidentFile } from './incident-file.js';

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

const holds = (reader: Reader, ...roles: string[]): boolean => roles.some((role) => reader.roles.includes(role));

/** Checks that a caller is a case officer of the lead unit: who opens a case and brings it forward. */
export function requireLeadOfficer(reader: Reader, file: IncidentFile): void {
  const ofLead = reader.unitId !== undefined && leadAssignment(file)?.unit.id === reader.unitId;
  if (!holds(reader, 'case_officer') || !ofLead) throw notLeadUnit();
}

/** Checks that a caller may decide about the case of a file: a case officer of the lead unit, or an approver. */
export function requireLeadUnit(reader: Reader, file: IncidentFile): void {
  const ofLead = reader.unitId !== undefined && leadAssignment(file)?.unit.id === reader.unitId;
  if (!(holds(reader, 'case_officer') && ofLead) && !holds(reader, 'approver')) throw notLeadUnit();
}

/** Checks that a caller may file (or not file) the case; an economic one is a legal reviewer's decision (G5). */
export function requireFilingAuthority(reader: Reader, file: IncidentFile): void {
  if (file.case?.kind !== 'economic') return requireLeadUnit(reader, file);
  if (!holds(reader, 'legal_reviewer')) throw legalReviewRequired();
}

/** Checks that a caller may keep suspects and ledger: a case officer of a unit with an assignment, or an approver. */
export function requireAssignedUnit(reader: Reader, file: IncidentFile): void {
  const assigned = reader.unitId !== undefined && involves(file, reader.unitId);
  if (!(holds(reader, 'case_officer') && assigned) && !holds(reader, 'approver')) throw notAssigned();
}

/** Checks that a caller may restrict disclosure or advise: the dispatch centre, or an officer of a unit with an assignment. */
export function requireInvolved(reader: Reader, file: IncidentFile): void {
  const assigned = reader.unitId !== undefined && involves(file, reader.unitId);
  if (!(holds(reader, 'officer', 'case_officer', 'unit_duty_leader') && assigned) && !ofCentre(reader)) {
    throw notAssigned();
  }
}
