import {
  IssuedAssignment,
  type ActorFact,
  type AssignmentFeedbackGiven,
  type AssignmentState,
  type ClockFact,
  type DeclineReason,
} from '#contracts';

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
