import { ProposedEntryFact, type ActorFact, type ProposalState, type ProposalWait, type ProposedAct } from '#contracts';

/** One step of a proposal: who took it, when, and what was said. */
export class ProposalStep {
  state!: ProposalState;
  by!: ActorFact;
  at!: string;
  note?: string;
}

/** A proposal about a case or a file: what is proposed, whose turn it is, and who did what so far. */
export class FiledProposal {
  proposalId!: string;
  act!: ProposedAct;
  state!: ProposalState;
  /** Whose turn it is; absent once nothing more is to be done. */
  waitsFor?: ProposalWait;
  needsLegal!: boolean;
  /** Version of the rules that it was made under. */
  ruleVersion!: string;
  entry?: ProposedEntryFact;
  basis!: string;
  /** What it is about changed since in a way that it did not know of: it can only be rejected, and proposed anew. */
  overtaken?: true;
  /** Accounts that decided what it is to reconsider, and therefore do not decide about it; shown, not kept. */
  deciders?: string[];
  /** The first is the proposal itself. */
  steps!: ProposalStep[];
}
