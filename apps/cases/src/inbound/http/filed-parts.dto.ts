import type { AssignmentRole, AssignmentState, CaseKind, Channel, DeclineReason, Discipline, Zone } from '#contracts';

/** A text in both languages, as a file holds it. */
export class FiledText {
  zh!: string;
  en!: string;
}

/** Code and name of an incident type. */
export class FiledTypeName {
  /** @example E101 */
  code!: string;
  name!: FiledText;
}

/** The incident type as it was when the report came in. */
export class FiledType extends FiledTypeName {
  key!: string;
  kind!: 'incident' | 'service';
  /** Absent where the type opens no case. */
  caseKind?: CaseKind;
}

/** A person who acted. */
export class FiledActor {
  accountId!: string;
  account!: string;
  name!: string;
}

/** A unit; `id` is its code. */
export class FiledUnit {
  id!: string;
  name!: string;
  discipline!: Discipline;
}

/** A unit in short. */
export class FiledUnitName {
  id!: string;
  name!: string;
}

/** A unit in a list of files, with where its assignment stands. */
export class FiledUnitState extends FiledUnitName {
  state!: AssignmentState;
}

/** Who reported. Personal data; the phone is empty for readers who judge work and do not call. */
export class FiledReporter {
  name!: string;
  phone!: string;
  role?: string;
  accountId?: string;
}

/** Address and position, WGS-84 degrees. */
export class FiledAddress {
  address!: string;
  longitude!: number;
  latitude!: number;
  /** Six-digit administrative division (GB/T 2260). */
  district!: string;
}

/** Where it happened. */
export class FiledPlace extends FiledAddress {
  zone!: Zone;
  /** Code of the police jurisdiction, if one contains the point. */
  jurisdiction?: string;
}

/** The enterprise of the incident, as far as it is known. */
export class FiledEnterpriseName {
  id?: string;
  name!: string;
}

/** The enterprise with its unified social credit code. */
export class FiledEnterprise extends FiledEnterpriseName {
  uscc?: string;
}

/** The only person of the enterprise who may be told; `account` is absent when nobody with an account was named. */
export class FiledSafeContact {
  account?: string;
}

/** A triage rule that fired, and why. */
export class FiledRule {
  rule!: string;
  effect!: string;
  reason!: FiledText;
}

/** A response plan: disciplines at once (the first leads) and disciplines only told. */
export class FiledPlan {
  id!: string;
  version!: number;
  atOnce!: Discipline[];
  inform!: Discipline[];
}

/** One report of the incident. */
export class FiledReportView {
  reportId!: string;
  channel!: Channel;
  receivedAt!: string;
  reporter!: FiledReporter;
  narrative!: string;
}

/** One unit that was looked at for a slot: what was decided and why. */
export class FiledCandidate {
  unitId!: string;
  name!: string;
  verdict!: 'chosen' | 'passed-over' | 'rejected';
  /** The rule that decided. */
  rule!: string;
  reason!: FiledText;
  /** Metres to the place, where the unit's position is known. */
  distanceM?: number;
}

/** A slot of the plan with everybody who was looked at for it. */
export class FiledSlot {
  slot!: number;
  discipline!: Discipline;
  role!: AssignmentRole;
  assignmentId?: string;
  candidates!: FiledCandidate[];
  /** Present exactly when nobody could be assigned. */
  gapReason?: FiledText;
}

/** A discipline that was told, without any clock. */
export class FiledInformed {
  discipline!: Discipline;
  unit?: FiledUnit;
}

/** A slot that nobody fills. */
export class FiledGap {
  slot!: number;
  discipline!: Discipline;
  reason?: FiledText;
}

/** The dispatch decision and what became of its slots. */
export class FiledDispatchView {
  plannedAt!: string;
  plan!: FiledPlan;
  slots!: FiledSlot[];
  informed!: FiledInformed[];
  gaps!: FiledGap[];
}

/** What a unit told. */
export class FiledFeedback {
  feedbackId!: string;
  kind!: string;
  at!: string;
  text!: string;
  suspectsCaught!: number;
  insiderSuspected!: boolean;
  by!: FiledActor;
}

/** One stage of a clock that was reached; `stage` in percent of the limit. */
export class FiledClockStage {
  clock!: string;
  stage!: number;
  dueAt!: string;
  firedAt!: string;
  escalatedTo?: string;
}

/** Why a unit asked to be released. */
export class FiledDecline {
  reason!: DeclineReason;
  note?: string;
}

/** An assignment with its milestones. */
export class FiledAssignmentView {
  assignmentId!: string;
  slot!: number;
  role!: AssignmentRole;
  unit!: FiledUnit;
  state!: AssignmentState;
  issuedAt!: string;
  acknowledgeBy!: string;
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
