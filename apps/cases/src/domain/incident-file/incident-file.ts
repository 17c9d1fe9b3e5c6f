import {
  stands,
  type ActorFact,
  type AdviceCategory,
  type CancelReason,
  type IncidentState,
  type InformedFact,
  type Outcome,
  type PlanFact,
  type Priority,
  type SafeContact,
  type SlotFact,
} from '#contracts';
import { FiledRing } from '../law-clocks/kept.js';
import { FiledProposal } from '../proposal/filed-proposal.js';
import { FiledAssignment } from './filed-assignment.js';
import { FiledCase } from './filed-case.js';
import { FiledHold } from './filed-hold.js';
import { FiledReports } from './filed-reports.js';

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
  /** What of it waits for a call taker. */
  held?: FiledHold;
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
  | 'held'
>;

/** The assignment that answers for the result: the newest lead that stands. Whoever was released answers for nothing. */
export const leadAssignment = ({ assignments }: Pick<IncidentFile, 'assignments'>): FiledAssignment | undefined =>
  assignments.findLast((assignment) => assignment.role === 'lead' && stands(assignment));

/** Whether nobody was sent, or everybody who was has left again. */
export const nobodySent = ({ assignments }: Pick<IncidentFile, 'assignments'>): boolean => !assignments.some(stands);
