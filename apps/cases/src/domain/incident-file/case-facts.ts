import type { Actor, UnitRef } from './facts.js';

/** A case was opened. */
export interface CaseRegisteredFact {
  caseId: string;
  number: string;
  kind: string;
  registeredAt: string;
  leadUnit?: UnitRef;
}

/** A move of the case. */
export interface CaseFact {
  caseId: string;
  number: string;
  occurredAt: string;
  by: Actor;
  basis?: string;
}

/** A suspect was recorded or caught: number and state, no name. */
export interface SuspectFact {
  caseId: string;
  suspect: number;
  state: string;
  occurredAt: string;
  by: Actor;
}

/** What the ledger adds up to, integer fen. */
export interface Figures {
  reportedFen: number;
  verifiedFen: number;
  heldFen: number;
  recoveredFen: number;
  returnedFen: number;
  outstandingFen: number;
  provisional: boolean;
}

/** The loss ledger got an entry. */
export interface LossFact {
  caseId: string;
  entry: { entryId: string; line: number; kind: string; amountFen: number; occurredAt: string; by: Actor };
  figures: Figures;
}

/** Disclosure was restricted. */
export interface RestrictedFact {
  reason: string;
  safeContact?: { account?: string };
  occurredAt: string;
  by: Actor;
}

/** Prevention advice. */
export interface AdviceFact {
  adviceId: string;
  categories: string[];
  text: string;
  answerBy?: string;
  issuedAt: string;
  by: Actor;
}

/** The incident was closed. */
export interface ClosedFact {
  outcome: string;
  closedAt: string;
  closedBy: Actor;
  leadUnit?: UnitRef;
  leadBy?: Actor;
  note?: string;
  followUpDueAt: string;
}
