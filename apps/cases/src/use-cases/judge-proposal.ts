import { Injectable } from '@nestjs/common';
import type { ActorFact } from '#contracts';
import { actorOf, Clock, type Caller } from '#platform';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { isCarriedOut, takeStep, type ProposalAct } from '../domain/proposal/proposal.js';
import { requireAnotherDecider } from '../domain/proposal/reconsidered.js';
import { proposalOvertaken } from '../domain/proposal/refusals.js';
import { FileAccess, type FoundProposal } from './file-access.js';
import { ProposalEffects } from './proposal-effects.js';
import { proposalAnswer, ProposalJournal } from './proposal-journal.js';

/** The step that somebody takes, and what is said to it. */
export interface ProposalStepRequest {
  act: ProposalAct;
  note?: string;
}

/** Reviews, approves or rejects a proposal, or carries it out; each by somebody whose turn it is and who took no step yet. */
@Injectable()
export class JudgeProposal {
  constructor(
    private readonly access: FileAccess,
    private readonly effects: ProposalEffects,
    private readonly journal: ProposalJournal,
    private readonly clock: Clock,
  ) {}

  /** Takes the step; the last one does what was proposed, by the rules as they are now. */
  async run(
    caller: Caller,
    proposalId: string,
    ifMatch: string | undefined,
    { act, note }: ProposalStepRequest,
  ): Promise<ProposalAnswer> {
    const found = await this.access.changeProposal(caller, proposalId, ifMatch);
    const { file, proposal } = found;
    const now = this.clock.now();
    const makers = await this.effects.makersOf(file.case?.caseId);
    const by = actorOf(caller);
    requireDecidable(found, act, by);
    takeStep(proposal, act, { by, at: now.toISOString(), note }, makers);
    const done = proposal.state === 'CARRIED_OUT' || (proposal.state === 'APPROVED' && !isCarriedOut(proposal.act));
    this.journal.moved(found, proposal);
    if (done) await this.effects.apply(found, now);
    return proposalAnswer(found, proposal);
  }
}

/** Checks what may stand against a decision beside whose turn it is: who decided before, and what came since. */
function requireDecidable({ file, proposal }: FoundProposal, act: ProposalAct, by: ActorFact): void {
  if (act !== 'approve' && act !== 'reject') return;
  requireAnotherDecider(proposal.act, by, file.case?.proposals);
  const filed = file.proposals?.find(({ proposalId }) => proposalId === proposal.id);
  if (act === 'approve' && filed?.overtaken) throw proposalOvertaken();
}
