import type {
  AdviceCategory,
  AssignmentFact,
  AssignmentFeedbackGiven,
  BilingualText,
  CaseKind,
  CaseState,
  ClockFact,
  DangerFlag,
  Discipline,
  GrowingFact,
  IncidentState,
  IssuedAssignment,
  LawClockKind,
  LawClockWait,
  LedgerKind,
  Outcome,
  Priority,
  ProposedAct,
  ProposalState,
  ProposalWait,
  SuspectState,
  UnitChanged,
} from '#contracts';

/** A unit by its code, with what kind it is of. */
export interface ToldUnit {
  readonly unitId: string;
  readonly discipline: Discipline;
}

/** A unit with the assignment it got. */
export type AssignedUnit = Pick<IssuedAssignment, 'assignmentId' | 'role'> & ToldUnit;

/**
 * Everything this service ever takes from an event. Names of people, telephone numbers, free text, places, candidates and
 * methods have no field here, so no audience can be told them. Times are ISO-8601, amounts integer fen.
 */
export interface Facts {
  readonly incidentId?: string;
  readonly occurredAt: string;
  readonly number?: string;
  readonly typeCode?: string;
  readonly typeName?: BilingualText;
  /** What the reporter should do until help comes. */
  readonly typeAdvice?: BilingualText;
  /** A request for a service, not an incident: it is spoken of in other words. */
  readonly service?: boolean;
  readonly priority?: Priority;
  readonly enterpriseId?: string;
  /** Whether disclosure is restricted from now on; absent where that stays as it is. */
  readonly restricted?: boolean;
  /** Account of the only person of the enterprise who may be told. */
  readonly safeAccount?: string;
  readonly reportId?: string;
  readonly reportCount?: number;
  /** Whether something of it waits for a call taker from now on. */
  readonly held?: boolean;
  readonly assigned?: readonly AssignedUnit[];
  /** Units that are told without being sent. */
  readonly informed?: readonly ToldUnit[];
  /** Slots that nobody could fill. */
  readonly gaps?: number;
  /** Nobody leads the incident: who runs the desk is alarmed. */
  readonly leadMissing?: boolean;
  /** Dangers that were not known before, and which facts grew. */
  readonly newFlags?: readonly DangerFlag[];
  readonly grown?: readonly GrowingFact[];
  /** Assignment that leads from now on. */
  readonly newLead?: string;
  /** Name of the unit that answers for the result; of the organisation, never of a person. */
  readonly leadUnitName?: string;
  readonly unitId?: string;
  readonly assignmentId?: string;
  readonly role?: AssignmentFact['role'];
  readonly state?: AssignmentFact['state'] | IncidentState | CaseState | SuspectState | ProposalState;
  readonly dispatchState?: IncidentState;
  readonly inferred?: AssignmentFact['inferred'];
  /** The unit was released for a conflict of interest. */
  readonly conflict?: boolean;
  readonly clock?: ClockFact['clock'];
  readonly stage?: ClockFact['stage'];
  readonly dueAt?: string;
  readonly escalatedTo?: ClockFact['escalatedTo'];
  /** The unit is of a partner, not of the police. */
  readonly partner?: boolean;
  readonly feedbackKind?: AssignmentFeedbackGiven['kind'];
  readonly duty?: UnitChanged['duty'];
  readonly capacity?: number;
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly caseKind?: CaseKind;
  /** Which limit of the law rang, and who has to act. */
  readonly lawClock?: LawClockKind;
  readonly waitsFor?: LawClockWait | ProposalWait;
  /** The case is worked on after the incident was closed. */
  readonly caseGoesOn?: boolean;
  readonly proposalId?: string;
  readonly proposedAct?: ProposedAct;
  /** Number of a suspect within the case. */
  readonly suspect?: number;
  readonly entryId?: string;
  readonly ledgerKind?: LedgerKind;
  readonly amountFen?: number;
  /** What a reversal takes back. */
  readonly reversedKind?: LedgerKind;
  /** Victim enterprise that a ledger entry belongs to. */
  readonly victimId?: string;
  readonly adviceId?: string;
  readonly adviceCategories?: readonly AdviceCategory[];
  readonly answerBy?: string;
  readonly outcome?: Outcome;
  readonly followUpDueAt?: string;
}
