import type { Texts } from '#domain-kit';
import type { Figures } from './case-facts.js';
import type { Actor, Fired, Place, Plan, Reporter, Slot, UnitRef } from './facts.js';

/** One report of the incident, the first included. */
export interface FiledReport {
  reportId: string;
  channel: string;
  receivedAt: string;
  reporter: Reporter;
  narrative: string;
}

/** What a unit told. */
export interface Feedback {
  feedbackId: string;
  kind: string;
  at: string;
  text: string;
  suspectsCaught: number;
  insiderSuspected: boolean;
  by: Actor;
}

/** One stage of a clock that was reached; `stage` in percent of the limit. */
export interface ClockStage {
  clock: string;
  stage: number;
  dueAt: string;
  firedAt: string;
  escalatedTo?: string;
}

/** An assignment with its milestones; the earliest report of each counts. */
export interface FiledAssignment {
  assignmentId: string;
  slot: number;
  role: string;
  unit: UnitRef;
  state: string;
  issuedAt: string;
  acknowledgeBy: string;
  acknowledgedAt?: string;
  departedAt?: string;
  arrivedAt?: string;
  workStartedAt?: string;
  completedAt?: string;
  /** Milestones that later ones imply and nobody reported. */
  inferred: string[];
  /** Assignment that this one took over. */
  replaces?: string;
  decline?: { reason: string; note?: string };
  feedback: Feedback[];
  clocks: ClockStage[];
}

/** A suspect: number and state, never a name. */
export interface FiledSuspect {
  number: number;
  state: string;
  caughtAt?: string;
}

/** The case of the incident. */
export interface FiledCase {
  caseId: string;
  number: string;
  kind: string;
  state: string;
  registeredAt: string;
  filedAt?: string;
  investigationStartedAt?: string;
  solvedAt?: string;
  /** When something was first returned to the enterprise. */
  returnedAt?: string;
  suspects: FiledSuspect[];
  figures?: Figures;
}

/** Prevention advice to the enterprise. */
export interface FiledAdvice {
  adviceId: string;
  categories: string[];
  text: string;
  answerBy?: string;
  issuedAt: string;
  by: Actor;
}

/** How the incident was closed. */
export interface Closing {
  by: Actor;
  at: string;
  outcome: string;
  note?: string;
  followUpDueAt: string;
}

/** The dispatch decision and what became of its slots. */
export interface FiledDispatch {
  plannedAt: string;
  plan: Plan;
  slots: Slot[];
  informed: { discipline: string; unit?: UnitRef }[];
  state: string;
}

/** Everything about one incident, folded from its events. */
export interface IncidentFile {
  incidentId: string;
  number: string;
  type: { code: string; key: string; name: Texts; kind: string; caseKind?: 'criminal' | 'economic' | 'administrative' };
  priority: string;
  slaProfile: string;
  state: string;
  restricted: boolean;
  insiderSuspected: boolean;
  safeContact?: { account?: string };
  enterpriseRelated: boolean;
  receivedAt: string;
  enterprise?: { id?: string; name: string; uscc?: string };
  place: Place;
  narrative: string;
  reporter: Reporter;
  occurredFrom?: string;
  occurredTo?: string;
  flags: string[];
  crowd: number;
  injured: number;
  estimatedLossFen: number;
  details: Record<string, unknown>;
  firedRules: Fired[];
  /** The response plan that the type of the incident asks for. */
  plan: Plan;
  reports: FiledReport[];
  dispatch?: FiledDispatch;
  assignments: FiledAssignment[];
  case?: FiledCase;
  advice: FiledAdvice[];
  /** What the lead's final feedback says came of it. */
  outcome?: string;
  /** The lead officer: who gave the lead's final feedback. */
  leadBy?: Actor;
  cancelled?: { reason: string; at: string; by: Actor };
  closed?: Closing;
}

const GONE = new Set(['DECLINED', 'REASSIGNED', 'RECALLED']);

/** The assignment that answers for the result: the newest lead that still stands, else the newest lead there was. */
export function leadAssignment(file: IncidentFile): FiledAssignment | undefined {
  const leads = file.assignments.filter(({ role }) => role === 'lead');
  return leads.findLast(({ state }) => !GONE.has(state)) ?? leads.at(-1);
}

/** Whether a unit has or had an assignment of the incident. */
export function involves(file: IncidentFile, unitId: string): boolean {
  return file.assignments.some(({ unit }) => unit.id === unitId);
}
