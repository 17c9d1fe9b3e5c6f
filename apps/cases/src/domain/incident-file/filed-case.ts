import type { CaseKind, CaseState, LedgerFigures, SuspectState } from '#contracts';
import { CaseClock } from '../law-clocks/kept.js';
import { FiledProposal } from '../proposal/filed-proposal.js';

/** A suspect: number and state, never a name. */
export class FiledSuspect {
  number!: number;
  state!: SuspectState;
  caughtAt?: string;
}

/** The case of an incident in a list. */
export class FiledCaseName {
  caseId!: string;
  number!: string;
  state!: CaseState;
}

/** The case of an incident without its ledger. */
export class FiledCaseFacts extends FiledCaseName {
  kind!: CaseKind;
  registeredAt!: string;
  filedAt?: string;
  /** When it was accepted as an administrative case. */
  acceptedAt?: string;
  investigationStartedAt?: string;
  solvedAt?: string;
  /** When something was first returned to the enterprise. */
  returnedAt?: string;
  /** What has to be decided by when; absent while nothing has. */
  clock?: CaseClock;
  suspects!: FiledSuspect[];
  /** What was proposed about it, and how far that is. */
  proposals?: FiledProposal[];
}

/** The case of an incident with what its ledger adds up to, once it has an entry. */
export class FiledCase extends FiledCaseFacts {
  figures?: LedgerFigures;
}
