import { Injectable } from '@nestjs/common';
import { effectOf } from '../domain/proposal/acts.js';
import { isCarriedOut } from '../domain/proposal/proposal.js';
import { Cases } from '../outbound/database/case.repository.js';
import { CaseMover } from './case-mover.js';
import type { FoundProposal } from './file-access.js';
import { LedgerBook } from './ledger-book.js';
import { requireDoable } from './propose-about-file.js';
import { RestrictIncident } from './restrict-incident.js';

/** What a proposal needs around it. */
@Injectable()
export class ProposalEffects {
  constructor(
    private readonly cases: Cases,
    private readonly mover: CaseMover,
    private readonly book: LedgerBook,
    private readonly restriction: RestrictIncident,
  ) {}

  /** Who made an entry of the case's ledger; nobody where there is no case. */
  async makersOf(caseId: string | undefined): Promise<ReadonlySet<string>> {
    const entries = caseId === undefined ? [] : await this.cases.ledger(caseId);
    return new Set(entries.map(({ by }) => by.accountId));
  }

  /**
   * Does what was approved. A move and what is done to the file are told as the approver's decision; an entry is its
   * proposer's, or the custodian's who handed property over, with the approver beside it.
   */
  async apply({ row, file, record, proposal }: FoundProposal, now: Date): Promise<void> {
    const { id, act, basis, entry, steps, occurredAt } = proposal;
    const effect = effectOf(act);
    const approved = steps.find(({ state }) => state === 'APPROVED');
    const maker = isCarriedOut(act) ? steps.at(-1) : steps[0];
    if (!approved || !maker) throw new Error('nothing was approved');
    const at = occurredAt === undefined ? now : new Date(occurredAt);
    if ('file' in effect) {
      requireDoable(effect.file, file);
      return this.restriction.lift(row, { proposalId: id, reason: basis, by: approved.by, at });
    }
    if (!record) throw new Error('a case was proposed about that there is not');
    if ('move' in effect) return this.mover.move({ row, record }, effect.move, { at, by: approved.by, basis });
    if (!entry) throw new Error('an entry was approved that nobody proposed');
    const { note = basis, ...facts } = entry;
    await this.book.post(
      { row, record },
      {
        ...facts,
        kind: effect.kind,
        note,
        approvalRef: id,
        approvedBy: approved.by,
        occurredAt: at,
        by: maker.by,
      },
    );
  }
}
