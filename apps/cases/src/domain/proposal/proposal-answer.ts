import { FiledProposal } from './filed-proposal.js';
import { effectOf } from './acts.js';
import type { Proposal } from './proposal.js';

/** A proposal with what it is about. */
export class ProposalAnswer extends FiledProposal {
  /** The case; absent where it is about the file of an incident. */
  caseId?: string;
  incidentId!: string;
  /** Number of the case. */
  caseNumber?: string;
  /** Number of the incident. */
  incidentNumber!: string;
  /** What a decision about it names (`If-Match`): that of the file of its incident. */
  version!: number;
  enterpriseName?: string;
}

/** A proposal as files and lists show it. */
export function proposalView(proposal: Proposal): FiledProposal {
  const { id, act, state, waitsFor, needsLegal, ruleVersion, basis, entry, steps } = proposal;
  const effect = effectOf(act);
  return {
    proposalId: id,
    act,
    state,
    ...(waitsFor !== undefined && { waitsFor }),
    needsLegal,
    ruleVersion,
    ...(entry && 'kind' in effect && { entry: entryOf(effect.kind, entry) }),
    basis,
    steps,
  };
}

/** The entry that is proposed, as events and lists carry it. */
export const entryOf = <Kind>(kind: Kind, { amountFen, holding }: { amountFen: number; holding?: string }) => ({
  kind,
  amountFen,
  ...(holding !== undefined && { holding }),
});
