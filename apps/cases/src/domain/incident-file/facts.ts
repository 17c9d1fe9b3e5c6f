import type { Texts } from '#domain-kit';

/** A person who acted, as events carry it. */
export interface Actor {
  accountId: string;
  account: string;
  name: string;
}

/** A police unit; `id` is its code. */
export interface UnitRef {
  id: string;
  name: string;
  discipline: string;
}

/** Who reported. Personal data. */
export interface Reporter {
  name: string;
  phone: string;
  role?: string;
  accountId?: string;
}

/** Where it happened, WGS-84 degrees; `district` is the six-digit administrative division. */
export interface Place {
  address: string;
  longitude: number;
  latitude: number;
  zone: string;
  district: string;
  jurisdiction?: string;
}

/** A triage rule that fired, with its reason. */
export interface Fired {
  rule: string;
  effect: string;
  reason: Texts;
}

/** The response plan: disciplines at once (the first leads) and disciplines only told. */
export interface Plan {
  id: string;
  version: number;
  atOnce: string[];
  inform: string[];
}

/** What the file takes from the first report. */
export interface ReportedFact {
  incidentId: string;
  number: string;
  reportId: string;
  channel: string;
  receivedAt: string;
  incidentType: {
    code: string;
    key: string;
    name: Texts;
    kind: string;
    caseKind?: 'criminal' | 'economic' | 'administrative';
  };
  priority: string;
  slaProfile: string;
  firedRules: Fired[];
  enterpriseRelated: boolean;
  restricted: boolean;
  safeContact?: { account?: string };
  enterprise?: { id?: string; name: string; uscc?: string };
  place: Place;
  reporter: Reporter;
  occurredFrom?: string;
  occurredTo?: string;
  narrative: string;
  flags: string[];
  crowd: number;
  injured: number;
  estimatedLossFen: number;
  details: Record<string, unknown>;
  plan: Plan;
}

/** What the file takes from a further report. */
export interface AttachedFact {
  reportId: string;
  channel: string;
  receivedAt: string;
  reporter: Reporter;
  narrative: string;
  reportCount: number;
}

/** A new priority, by a rule or by a person. */
export interface RegradedFact {
  from: string;
  to: string;
  occurredAt: string;
  firedRules: Fired[];
  by?: Actor;
  reason?: string;
}

/** The incident was called off. */
export interface CancelledFact {
  reason: string;
  note?: string;
  occurredAt: string;
  by: Actor;
}

/** A slot of the plan with everybody who was looked at for it. */
export interface Slot {
  slot: number;
  discipline: string;
  role: string;
  assignmentId?: string;
  candidates: {
    unitId: string;
    name: string;
    verdict: string;
    rule: string;
    reason: Texts;
    distanceM?: number;
  }[];
  gapReason?: Texts;
}

/** An assignment when it was issued. */
export interface Issued {
  assignmentId: string;
  slot: number;
  role: string;
  unit: UnitRef;
  issuedAt: string;
  acknowledgeBy: string;
}

/** The dispatch decision. */
export interface PlannedFact {
  plannedAt: string;
  plan: Plan;
  slots: Slot[];
  assignments: Issued[];
  informed: { discipline: string; unit?: UnitRef }[];
  dispatchState: string;
}

/** One more assignment: a filled gap, a reinforcement or a replacement. */
export interface AddedFact {
  occurredAt: string;
  slot: Slot;
  assignment: Issued;
  dispatchState: string;
  replaces?: string;
  by?: Actor;
}

/** A change of an assignment. */
export interface AssignmentFact {
  assignmentId: string;
  unit: UnitRef;
  role: string;
  state: string;
  dispatchState: string;
  occurredAt: string;
  recordedAt: string;
  inferred: string[];
  by: Actor;
}

/** A unit asked to be released, or was. */
export interface DeclineFact extends AssignmentFact {
  reason: string;
  note?: string;
}

/** What a unit found. */
export interface FeedbackFact extends AssignmentFact {
  feedbackId: string;
  kind: string;
  text: string;
  suspectsCaught: number;
  insiderSuspected: boolean;
}

/** The final feedback of a unit. */
export interface CompletedFact extends AssignmentFact {
  text: string;
  outcome?: string;
}

/** A stage of a clock was reached. */
export interface ClockFact {
  assignmentId: string;
  unit: UnitRef;
  clock: string;
  limitSeconds: number;
  stage: number;
  dueAt: string;
  firedAt: string;
  escalatedTo?: string;
}
