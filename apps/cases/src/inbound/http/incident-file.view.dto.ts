import type { CaseState, DangerFlag, IncidentState, Outcome, Priority, SlaProfile } from '#contracts';
import {
  AdviceView,
  FiledAdviceView,
  FiledCancellation,
  FiledCaseName,
  FiledCaseView,
  FiledClosing,
} from './filed-case.dto.js';
import {
  FiledActor,
  FiledAddress,
  FiledAssignmentView,
  FiledDispatchView,
  FiledEnterprise,
  FiledEnterpriseName,
  FiledPlace,
  FiledPlan,
  FiledReporter,
  FiledReportView,
  FiledRule,
  FiledSafeContact,
  FiledText,
  FiledType,
  FiledTypeName,
  FiledUnitName,
  FiledUnitState,
} from './filed-parts.dto.js';

/** One line of the timeline, ordered by when it happened. */
export class TimelineLineView {
  at!: string;
  recordedAt!: string;
  /** The service that told. */
  source!: string;
  /** The type of the event. */
  type!: string;
  text!: FiledText;
  by?: FiledActor;
}

/** Everything about one incident, as police see it. */
export class IncidentFileView {
  incidentId!: string;
  /** @example JQ3204122026052100001 */
  number!: string;
  type!: FiledType;
  priority!: Priority;
  slaProfile!: SlaProfile;
  state!: IncidentState;
  restricted!: boolean;
  insiderSuspected!: boolean;
  safeContact?: FiledSafeContact;
  enterpriseRelated!: boolean;
  receivedAt!: string;
  enterprise?: FiledEnterprise;
  place!: FiledPlace;
  narrative!: string;
  reporter!: FiledReporter;
  occurredFrom?: string;
  occurredTo?: string;
  flags!: DangerFlag[];
  crowd!: number;
  injured!: number;
  /** What the reporter thinks is lost, integer fen. */
  estimatedLossFen!: number;
  /** Fields of the incident type; see `GET /api/v1/incident-types`. */
  details!: Record<string, unknown>;
  firedRules!: FiledRule[];
  /** The response plan that the type of the incident asks for. */
  plan!: FiledPlan;
  reports!: FiledReportView[];
  dispatch?: FiledDispatchView;
  assignments!: FiledAssignmentView[];
  case?: FiledCaseView;
  advice!: FiledAdviceView[];
  /** What the lead's final feedback says came of it. */
  outcome?: Outcome;
  /** The lead officer: who gave the lead's final feedback. */
  leadBy?: FiledActor;
  leadUnit?: FiledUnitName;
  cancelled?: FiledCancellation;
  closed?: FiledClosing;
  timeline!: TimelineLineView[];
}

/** One of the six steps that an enterprise follows, like a parcel. */
export class FileStepView {
  step!: 'received' | 'dispatched' | 'on_scene' | 'investigating' | 'solved' | 'returned';
  at!: string;
  text!: FiledText;
}

/** Number and state of a case. */
export class EnterpriseCaseView {
  number!: string;
  state!: CaseState;
}

/** The loss as its enterprise sees it, integer fen. */
export class EnterpriseLedgerView {
  reportedFen!: number;
  verifiedFen!: number;
  returnedFen!: number;
}

/** Whom to call: the unit that answers for the incident, the emergency number and the complaint number. */
export class FileContactView {
  unit?: string;
  emergency!: string;
  complaints!: string;
}

/** What an enterprise may know about its incident: never suspects, officers, positions, methods or other enterprises. */
export class EnterpriseFileView {
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  receivedAt!: string;
  /** Steps reached so far, oldest first. */
  steps!: FileStepView[];
  case?: EnterpriseCaseView;
  ledger?: EnterpriseLedgerView;
  advice!: AdviceView[];
  contact!: FileContactView;
}

/** One row of the list for police. */
export class IncidentFileSummary {
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  priority!: Priority;
  state!: IncidentState;
  restricted!: boolean;
  receivedAt!: string;
  enterprise?: FiledEnterpriseName;
  place!: FiledAddress;
  leadUnit?: FiledUnitName;
  units!: FiledUnitState[];
  case?: FiledCaseName;
}

/** One row of the list for an enterprise. */
export class EnterpriseFileSummary {
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  receivedAt!: string;
  /** The newest step. */
  step?: FileStepView;
}
