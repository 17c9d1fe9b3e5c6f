import type { AdviceCategory, CancelReason, DeclineReason, Discipline, DutyState } from '#contracts';
import type { EnterpriseView, FileSeen, NoticeSeen, Receipt } from './seen.js';
import type { Final, Found, Posting, Proposing, ToldReport } from './told.js';

/**
 * What people do with the product, in their own words. The demo and the journeys speak this; how it is done (HTTP, a
 * browser) is a driver's business.
 */
export interface Town {
  operator(): Promise<Operator>;
  director(): Promise<Director>;
  custodian(): Promise<Custodian>;
  enterprise(): Promise<EnterpriseContact>;
  /** A unit by its code. */
  unit(code: string): Promise<Unit>;
  /** Somebody with another account. */
  contactOf(account: string): Promise<EnterpriseContact>;
}

/** The dispatch desk. */
export interface Operator {
  takesReport(report: ToldReport): Promise<Receipt>;
  opensFile(incidentId: string): Promise<FileSeen>;
  /** The file once it looks like that; fails after ten seconds. */
  waitsFor(incidentId: string, like: (file: FileSeen) => boolean): Promise<FileSeen>;
  advises(incidentId: string, categories: readonly AdviceCategory[], text: string): Promise<void>;
  closes(incidentId: string, note: string): Promise<void>;
  cancels(incidentId: string, reason: CancelReason): Promise<void>;
  /** Releases a unit that asked for it; another one of its discipline takes its place. */
  approvesDecline(assignmentId: string): Promise<void>;
  reinforces(incidentId: string, discipline: Discipline): Promise<void>;
  setsDuty(unitId: string, duty: DutyState): Promise<void>;
}

/** Who approves what others propose about cases. */
export interface Director {
  approves(proposalId: string, note?: string): Promise<void>;
}

/** Who keeps property, and hands over what is to be returned. */
export interface Custodian {
  handsOver(proposalId: string, collector: string): Promise<void>;
}

/** Officers of one unit. */
export interface Unit {
  acknowledges(incidentId: string, at?: string): Promise<void>;
  departs(incidentId: string, at?: string): Promise<void>;
  arrives(incidentId: string, at?: string): Promise<void>;
  startsWork(incidentId: string, at?: string): Promise<void>;
  reports(incidentId: string, found: Found): Promise<void>;
  completes(incidentId: string, final: Final): Promise<void>;
  asksForRelease(incidentId: string, reason: DeclineReason): Promise<void>;
  /** Opens the case of an incident; answers its id. */
  opensCase(incidentId: string, at?: string): Promise<string>;
  movesCase(caseId: string, act: 'review' | 'investigate' | 'solve', basis: string, at?: string): Promise<void>;
  /** Proposes what somebody else has to approve; answers the id of the proposal. */
  proposes(caseId: string, proposal: Proposing): Promise<string>;
  posts(caseId: string, entry: Posting): Promise<void>;
  restricts(incidentId: string, reason: string, safeContact: string): Promise<void>;
}

/** Somebody of an enterprise. */
export interface EnterpriseContact {
  /** The own view of an incident; undefined when there is none for this account. */
  sees(incidentId: string): Promise<EnterpriseView | undefined>;
  notices(incidentId: string): Promise<readonly NoticeSeen[]>;
  /** What it was told, once it was told of that step; fails after ten seconds. */
  waitsForNotice(incidentId: string, step: string): Promise<readonly NoticeSeen[]>;
}
