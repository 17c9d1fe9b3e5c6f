import type { DangerFlag, LedgerKind, Outcome, ProposedAct } from '#contracts';

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
