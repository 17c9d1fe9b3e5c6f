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

/** Suspects of a file who are caught. */
export const caught = (file: FileSeen) => (file.case?.suspects ?? []).filter(({ state }) => state === 'caught');
