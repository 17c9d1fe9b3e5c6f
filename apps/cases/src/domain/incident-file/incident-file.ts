import type {
  ActorFact,
  AdviceCategory,
  AssignmentFeedbackGiven,
  AssignmentState,
  CancelReason,
  CaseKind,
  CaseState,
  Channel,
  ClockFact,
  DangerFlag,
  DeclineReason,
  EnterpriseFact,
  FiredRule,
  IncidentState,
  IncidentTypeFact,
  InformedFact,
  IssuedAssignment,
  LedgerFigures,
  Outcome,
  PlaceFact,
  PlanFact,
  Priority,
  ReporterFact,
  SafeContact,
  SlaProfile,
  SlotFact,
  SuspectState,
} from '#contracts';

/** One report of the incident, the first included. */
export interface FiledReport {
  reportId: string;
  channel: Channel;
  receivedAt: string;
  reporter: ReporterFact;
  narrative: string;
}

/** What a unit told. */
export interface FiledFeedback {
  feedbackId: string;
  kind: AssignmentFeedbackGiven['kind'];
  at: string;
  text: string;
  suspectsCaught: number;
  insiderSuspected: boolean;
  by: ActorFact;
}

/** One stage of a clock that was reached; `stage` in percent of the limit. */
export type FiledClockStage = Pick<ClockFact, 'clock' | 'stage' | 'dueAt' | 'firedAt' | 'escalatedTo'>;

/** An assignment with its milestones; the earliest report of each counts. */
export interface FiledAssignment extends IssuedAssignment {
  state: AssignmentState;
  acknowledgedAt?: string;
  departedAt?: string;
  arrivedAt?: string;
  workStartedAt?: string;
  completedAt?: string;
  /** Milestones that later ones imply and nobody reported. */
  inferred: AssignmentState[];
  /** Assignment that this one took over. */
  replaces?: string;
  decline?: { reason: DeclineReason; note?: string };
  feedback: FiledFeedback[];
  clocks: FiledClockStage[];
}

/** A suspect: number and state, never a name. */
export interface FiledSuspect {
  number: number;
  state: SuspectState;
  caughtAt?: string;
}

/** The case of the incident. */
export interface FiledCase {
  caseId: string;
  number: string;
  kind: CaseKind;
  state: CaseState;
  registeredAt: string;
  filedAt?: string;
  investigationStartedAt?: string;
  solvedAt?: string;
  /** When something was first returned to the enterprise. */
  returnedAt?: string;
  suspects: FiledSuspect[];
  figures?: LedgerFigures;
}

/** Prevention advice to the enterprise. */
export interface FiledAdvice {
  adviceId: string;
  categories: AdviceCategory[];
  text: string;
  answerBy?: string;
  issuedAt: string;
  by: ActorFact;
}

/** How the incident was closed. */
export interface FiledClosing {
  by: ActorFact;
  at: string;
  outcome: Outcome;
  note?: string;
  followUpDueAt: string;
}

/** The dispatch decision and who fills its slots; where the assignments stand is not in here. */
export interface FiledDispatch {
  plannedAt: string;
  plan: PlanFact;
  slots: SlotFact[];
  informed: InformedFact[];
}

/** What the reports say. It changes with a further report and with a regrading, never with what units do. */
export interface FiledReports {
  type: IncidentTypeFact;
  slaProfile: SlaProfile;
  firedRules: FiredRule[];
  enterpriseRelated: boolean;
  enterprise?: EnterpriseFact;
  place: PlaceFact;
  occurredFrom?: string;
  occurredTo?: string;
  flags: DangerFlag[];
  crowd: number;
  injured: number;
  estimatedLossFen: number;
  details: Record<string, unknown>;
  /** The first one opened the incident. */
  reports: [FiledReport, ...FiledReport[]];
}

/** What happens after the report: it changes with every act. */
export interface FiledProgress {
  insiderSuspected: boolean;
  safeContact?: SafeContact;
  assignments: FiledAssignment[];
  case?: FiledCase;
  advice: FiledAdvice[];
  /** What the lead's final feedback says came of it. */
  outcome?: Outcome;
  /** The lead officer: who gave the lead's final feedback. */
  leadBy?: ActorFact;
  cancelled?: { reason: CancelReason; at: string; by: ActorFact };
  closed?: FiledClosing;
}

/** Everything about one incident, folded from its events. */
export interface IncidentFile extends FiledReports, FiledProgress {
  incidentId: string;
  number: string;
  receivedAt: string;
  priority: Priority;
  state: IncidentState;
  restricted: boolean;
  dispatch?: FiledDispatch;
}

const GONE = new Set<AssignmentState>(['DECLINED', 'REASSIGNED', 'RECALLED']);

/** The assignment that answers for the result: the newest lead that still stands, else the newest lead there was. */
export function leadAssignment(file: Pick<IncidentFile, 'assignments'>): FiledAssignment | undefined {
  const leads = file.assignments.filter(({ role }) => role === 'lead');
  return leads.findLast(({ state }) => !GONE.has(state)) ?? leads.at(-1);
}

/** Whether a unit has or had an assignment of the incident. */
export function involves(file: Pick<IncidentFile, 'assignments'>, unitId: string): boolean {
  return file.assignments.some(({ unit }) => unit.id === unitId);
}
