import { Injectable } from '@nestjs/common';
import { actorOf, Clock, type Caller } from '#platform';
import { effectOf } from '../domain/proposal/acts.js';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { isCarriedOut, takeStep, type ProposalAct } from '../domain/proposal/proposal.js';
import { requireAnotherDecider } from '../domain/proposal/reconsidered.js';
import { Cases } from '../outbound/database/case.repository.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { CaseMover } from './case-mover.js';
import { FileAccess, type FoundProposal } from './file-access.js';
import { LedgerBook } from './ledger-book.js';
import { proposalAnswer, ProposalJournal } from './proposal-journal.js';

/** What a proposal needs around it. */
@Injectable()
export class ProposalEffects {
  constructor(
    private readonly cases: Cases,
    private readonly mover: CaseMover,
    private readonly book: LedgerBook,
  ) {}

  /** Who made an entry of the case's ledger. */
  async makersOf(caseId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.cases.ledger(caseId)).map(({ by }) => by.accountId));
  }

  /**
   * Does what was approved. A move is told as the approver's decision; an entry is its proposer's, or the custodian's who
   * handed property over, with the approver beside it.
   */
  async apply({ row, record, proposal }: FoundProposal, now: Date): Promise<void> {
    const { act, basis, entry, steps, occurredAt } = proposal;
    const effect = effectOf(act);
    const approved = steps.find(({ state }) => state === 'APPROVED');
    const maker = isCarriedOut(act) ? steps.at(-1) : steps[0];
    if (!approved || !maker) throw new Error('nothing was approved');
    const at = occurredAt === undefined ? now : new Date(occurredAt);
    if ('move' in effect) return this.mover.move({ row, record }, effect.move, { at, by: approved.by, basis });
    if (!entry) throw new Error('an entry was approved that nobody proposed');
    const { note = basis, ...facts } = entry;
    await this.book.post(
      { row, record },
      {
        ...facts,
        kind: effect.kind,
        note,
        approvalRef: proposal.id,
        approvedBy: approved.by,
        occurredAt: at,
        by: maker.by,
      },
    );
  }
}

/** Reviews, approves or rejects a proposal, or carries it out; each by somebody whose turn it is and who took no step yet. */
@Injectable()
export class JudgeProposal {
  constructor(
    private readonly access: FileAccess,
    private readonly proposals: Proposals,
    private readonly effects: ProposalEffects,
    private readonly journal: ProposalJournal,
    private readonly clock: Clock,
  ) {}

  /** Takes the step; the last one does what was proposed, by the rules as they are now. */
  async run(caller: Caller, proposalId: string, act: ProposalAct, note?: string): Promise<ProposalAnswer> {
    const found = await this.access.changeProposal(caller, proposalId);
    const { row, file, record, proposal } = found;
    const now = this.clock.now();
    const makers = await this.effects.makersOf(record.id);
    const by = actorOf(caller);
    if (act === 'approve' || act === 'reject') requireAnotherDecider(proposal.act, by, file.case?.proposals);
    takeStep(proposal, act, { by, at: now.toISOString(), note }, makers);
    const done = proposal.state === 'CARRIED_OUT' || (proposal.state === 'APPROVED' && !isCarriedOut(proposal.act));
    this.proposals.save(proposal);
    this.journal.publish(row, record, proposal);
    if (done) await this.effects.apply(found, now);
    return proposalAnswer(row, record, proposal);
  }
}
