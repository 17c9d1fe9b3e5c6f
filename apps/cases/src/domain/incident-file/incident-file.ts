import {
  IssuedAssignment,
  stands,
  type ActorFact,
  type AdviceCategory,
  type AssignmentFeedbackGiven,
  type AssignmentState,
  type CancelReason,
  type CaseKind,
  type CaseState,
  type Channel,
  type ClockFact,
  type DangerFlag,
  type DeclineReason,
  type EnterpriseFact,
  type FiredRule,
  type IncidentState,
  type IncidentTypeFact,
  type InformedFact,
  type LedgerFigures,
  type Outcome,
  type PlaceFact,
  type PlanFact,
  type Priority,
  type ReporterFact,
  type SafeContact,
  type SlaProfile,
  type SlotFact,
  type SuspectState,
} from '#contracts';
import { CaseClock, FiledRing } from '../law-clocks/kept.js';
import { FiledProposal } from '../proposal/filed-proposal.js';

/** One report of the incident, the first included. */
export class FiledReport {
  reportId!: string;
  channel!: Channel;
  receivedAt!: string;
  reporter!: ReporterFact;
  narrative!: string;
  /** What a later report told by itself; what is known from all of them stands with the file. */
  flags?: DangerFlag[];
  crowd?: number;
  injured?: number;
  estimatedLossFen?: number;
  details?: Record<string, unknown>;
}

/** What a unit told. */
export class FiledFeedback {
  feedbackId!: string;
  kind!: AssignmentFeedbackGiven['kind'];
  at!: string;
  text!: string;
  suspectsCaught!: number;
  insiderSuspected!: boolean;
  by!: ActorFact;
}

/** One stage of a clock that was reached; `stage` in percent of the limit. */
export class FiledClockStage {
  clock!: ClockFact['clock'];
  stage!: ClockFact['stage'];
  dueAt!: string;
  firedAt!: string;
  escalatedTo?: ClockFact['escalatedTo'];
}

/** Why a unit asked to be released. */
export class FiledDecline {
  reason!: DeclineReason;
  note?: string;
  /** What a decision about it names (`If-Match`): how often it was asked for and decided. */
  version?: number;
}

/** An assignment with its milestones; the earliest report of each counts. */
export class FiledAssignment extends IssuedAssignment {
  state!: AssignmentState;
  acknowledgedAt?: string;
  departedAt?: string;
  arrivedAt?: string;
  workStartedAt?: string;
  completedAt?: string;
  /** Milestones that later ones imply and nobody reported. */
  inferred!: AssignmentState[];
  /** Assignment that this one took over. */
  replaces?: string;
  decline?: FiledDecline;
  feedback!: FiledFeedback[];
  clocks!: FiledClockStage[];
}

/** A suspect: number and state, never a name. */
export class FiledSuspect {
  number!: number;
  state!: SuspectState;
  caughtAt?: string;
}

/** The case of an incident in a list. */
export class FiledCaseName {
  caseId!: string;
  number!: string;
  state!: CaseState;
}

/** The case of an incident without its ledger. */
export class FiledCaseFacts extends FiledCaseName {
  kind!: CaseKind;
  registeredAt!: string;
  filedAt?: string;
  /** When it was accepted as an administrative case. */
  acceptedAt?: string;
  investigationStartedAt?: string;
  solvedAt?: string;
  /** When something was first returned to the enterprise. */
  returnedAt?: string;
  /** What has to be decided by when; absent while nothing has. */
  clock?: CaseClock;
  suspects!: FiledSuspect[];
  /** What was proposed about it, and how far that is. */
  proposals?: FiledProposal[];
}

/** The case of an incident with what its ledger adds up to, once it has an entry. */
export class FiledCase extends FiledCaseFacts {
  figures?: LedgerFigures;
}

/** Prevention advice, as its enterprise reads it. */
export class AdviceView {
  adviceId!: string;
  categories!: AdviceCategory[];
  text!: string;
  answerBy?: string;
  issuedAt!: string;
}

/** Prevention advice with who issued it. */
export class FiledAdvice extends AdviceView {
  by!: ActorFact;
}

/** How an incident was called off. */
export class FiledCancellation {
  reason!: CancelReason;
  at!: string;
  by!: ActorFact;
}

/** How the incident was closed. */
export class FiledClosing {
  by!: ActorFact;
  at!: string;
  outcome!: Outcome;
  note?: string;
  followUpDueAt!: string;
}

/** The dispatch decision and who fills its slots; where the assignments stand is not in here. */
export class FiledDispatch {
  plannedAt!: string;
  plan!: PlanFact;
  slots!: SlotFact[];
  informed!: InformedFact[];
}

/** What the reports say. It changes with a further report and with a regrading, never with what units do. */
export class FiledReports {
  type!: IncidentTypeFact;
  slaProfile!: SlaProfile;
  firedRules!: FiredRule[];
  enterpriseRelated!: boolean;
  enterprise?: EnterpriseFact;
  place!: PlaceFact;
  occurredFrom?: string;
  occurredTo?: string;
  flags!: DangerFlag[];
  crowd!: number;
  injured!: number;
  /** What the reporter thinks is lost, integer fen. */
  estimatedLossFen!: number;
  /** Fields of the incident type; see `GET /api/v1/incident-types`. */
  details!: Record<string, unknown>;
  /** The first one opened the incident. */
  reports!: FiledReport[];
}

/** Everything about one incident, folded from its events. */
export class IncidentFile extends FiledReports {
  incidentId!: string;
  /** @example JQ3204122026052100001 */
  number!: string;
  receivedAt!: string;
  priority!: Priority;
  state!: IncidentState;
  restricted!: boolean;
  dispatch?: FiledDispatch;
  insiderSuspected!: boolean;
  /** Confirmed by police: the only person of the enterprise who is told of a restricted incident. */
  safeContact?: SafeContact;
  /** Whom a reporter proposed as safe contact; nobody's authority. */
  proposedContact?: SafeContact;
  assignments!: FiledAssignment[];
  case?: FiledCase;
  /** What was proposed about the file itself, and how far that is. */
  proposals?: FiledProposal[];
  advice!: FiledAdvice[];
  /** What the lead's final feedback says came of it. */
  outcome?: Outcome;
  /** The lead officer: who gave the lead's final feedback. */
  leadBy?: ActorFact;
  cancelled?: FiledCancellation;
  closed?: FiledClosing;
  /** The last that a clock of the law said. */
  rung?: FiledRing;
}

/** What happens after the report: it changes with every act. */
export type FiledProgress = Pick<
  IncidentFile,
  | 'insiderSuspected'
  | 'safeContact'
  | 'proposedContact'
  | 'assignments'
  | 'case'
  | 'proposals'
  | 'advice'
  | 'outcome'
  | 'leadBy'
  | 'cancelled'
  | 'closed'
  | 'rung'
>;

/** The report that opened a file. */
export function firstReport({ reports: [first] }: FiledReports): FiledReport {
  if (!first) throw new Error('a file has no report');
  return first;
}

/** The assignment that answers for the result: the newest lead that stands. Whoever was released answers for nothing. */
export const leadAssignment = ({ assignments }: Pick<IncidentFile, 'assignments'>): FiledAssignment | undefined =>
  assignments.findLast((assignment) => assignment.role === 'lead' && stands(assignment));

/** Whether nobody was sent, or everybody who was has left again. */
export const nobodySent = ({ assignments }: Pick<IncidentFile, 'assignments'>): boolean => !assignments.some(stands);
