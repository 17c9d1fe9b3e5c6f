import type {
  AdviceCategory,
  CancelReason,
  DangerFlag,
  DeclineReason,
  Discipline,
  DutyState,
  LedgerKind,
  Outcome,
  ProposedAct,
} from '#contracts';

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

/** A report as somebody tells it. */
export interface ToldReport {
  readonly type: string;
  readonly narrative: string;
  readonly enterpriseId?: string;
  readonly reporter: { readonly name: string; readonly phone: string; readonly role?: string };
  readonly place: { readonly address: string; readonly longitude: number; readonly latitude: number };
  readonly receivedAt?: string;
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly flags?: readonly DangerFlag[];
  readonly crowd?: number;
  readonly injured?: number;
  /** An incident that is known already and told of again. */
  readonly relatesTo?: string;
  readonly estimatedLossFen?: number;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly safeContact?: { readonly account: string };
}

/** What the reporter gets at once. */
export interface Receipt {
  readonly reportId: string;
  readonly incidentId: string;
  readonly number: string;
  readonly receipt: string;
}

/** Parts of an incident file that stories look at. */
export interface FileSeen {
  readonly incidentId: string;
  readonly number: string;
  readonly priority: string;
  readonly state: string;
  readonly restricted: boolean;
  readonly flags: readonly string[];
  readonly crowd: number;
  readonly firedRules: readonly { readonly rule: string }[];
  readonly dispatch?: {
    readonly slots: readonly { readonly discipline: string; readonly assignmentId?: string }[];
    readonly gaps: readonly { readonly discipline: string; readonly reason?: { readonly zh: string } }[];
  };
  readonly leadMissing?: { readonly since: string; readonly reason?: { readonly zh: string } };
  readonly assignments: readonly {
    readonly assignmentId: string;
    readonly role: string;
    readonly state: string;
    readonly issuedAt: string;
    readonly acknowledgeBy: string;
    readonly unit: { readonly id: string; readonly discipline: string };
  }[];
  readonly case?: {
    readonly caseId: string;
    readonly number: string;
    readonly state: string;
    readonly suspects: readonly { readonly number: number; readonly state: string; readonly caughtAt?: string }[];
    readonly ledger: { readonly figures: LedgerSeen; readonly entries: readonly { readonly entryId: string }[] };
  };
  readonly advice: readonly unknown[];
  readonly leadBy?: { readonly account: string };
  readonly closed?: { readonly by: { readonly account: string } };
  readonly timeline: readonly { readonly at: string; readonly type: string }[];
}

export interface LedgerSeen {
  readonly reportedFen: number;
  readonly verifiedFen: number;
  readonly heldFen: number;
  readonly recoveredFen: number;
  readonly returnedFen: number;
}

/** What the enterprise sees of its incident. */
export interface EnterpriseView {
  readonly number: string;
  readonly steps: readonly { readonly step: string; readonly state: string; readonly at?: string }[];
}

/** What the enterprise was told. */
export interface NoticeSeen {
  readonly incidentId: string;
  /** What it is about, e.g. `received`, `closed`. */
  readonly step: string;
  readonly text: unknown;
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

export interface Found {
  readonly text: string;
  readonly at?: string;
  readonly suspectsCaught?: number;
  readonly insiderSuspected?: boolean;
  /** Beyond what was known: dangers, people gathered, people hurt. */
  readonly flags?: readonly DangerFlag[];
  readonly crowd?: number;
  readonly injured?: number;
}

export interface Final {
  readonly text: string;
  readonly at?: string;
  readonly outcome?: Outcome;
}

/** What is proposed about a case, and why. */
export interface Proposing {
  readonly act: ProposedAct;
  readonly basis: string;
  readonly at?: string;
  readonly entry?: { readonly amountFen: number; readonly holding?: string };
}

export interface Posting {
  readonly kind: LedgerKind;
  readonly amountFen: number;
  readonly at?: string;
  readonly method?: string;
  readonly holding?: string;
  readonly approvalRef?: string;
  readonly note?: string;
}

/** Somebody of an enterprise. */
export interface EnterpriseContact {
  /** The own view of an incident; undefined when there is none for this account. */
  sees(incidentId: string): Promise<EnterpriseView | undefined>;
  notices(incidentId: string): Promise<readonly NoticeSeen[]>;
  /** What it was told, once it was told of that step; fails after ten seconds. */
  waitsForNotice(incidentId: string, step: string): Promise<readonly NoticeSeen[]>;
}
