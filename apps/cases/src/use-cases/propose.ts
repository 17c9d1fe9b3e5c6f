import { Injectable } from '@nestjs/common';
import type { ActorFact, CaseAct } from '#contracts';
import { actorOf, Clock, type Caller } from '#platform';
import { stateAfter } from '../domain/case/case-lifecycle.js';
import { RULE_VERSION } from '../domain/case/filing-rules.js';
import { requireAssignedUnit } from '../domain/incident-file/authority.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { caseEffectOf } from '../domain/proposal/acts.js';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { asksTheSame, isCarriedOut, needsLegalReview, type ProposedEntry } from '../domain/proposal/proposal.js';
import { entryMissing, proposalPending } from '../domain/proposal/refusals.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { FileAccess } from './file-access.js';
import { LedgerBook } from './ledger-book.js';
import { ProposalJournal } from './proposal-journal.js';

const NOBODY: ActorFact = { accountId: '', account: '', name: '' };

/** What somebody proposes about a case. */
export interface ProposalRequest {
  act: CaseAct;
  basis: string;
  /** The facts are disputed: legal review looks at it also where the kind of the case does not ask for it. */
  disputed?: boolean;
  entry?: ProposedEntry;
  occurredAt?: string;
}

/** Proposes what one person may not do alone: decisions about a case, and entries of its ledger. */
@Injectable()
export class Propose {
  constructor(
    private readonly access: FileAccess,
    private readonly proposals: Proposals,
    private readonly book: LedgerBook,
    private readonly journal: ProposalJournal,
    private readonly clock: Clock,
  ) {}

  /** What could not be done now is not proposed either: the same rules refuse it. */
  async run(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
    request: ProposalRequest,
  ): Promise<ProposalAnswer> {
    const { act, basis, disputed = false, entry, occurredAt: stated } = request;
    const { row, file, record } = await this.access.changeCase(caller, caseId, ifMatch);
    const effect = caseEffectOf(act);
    const now = this.clock.now();
    const by = actorOf(caller);
    const at = happenedAt(stated, now, file.receivedAt);
    if ('move' in effect) {
      effect.move.require(caller, file);
      stateAfter(record, effect.move, { basis, filed: file.case });
    } else {
      requireAssignedUnit(caller, file);
      if (!entry) throw entryMissing();
      // Who carries it out makes the entry; nobody knows yet who that will be.
      const maker = isCarriedOut(act) ? NOBODY : by;
      const draft = { ...entry, kind: effect.kind, note: entry.note ?? basis, approvalRef: '-' };
      await this.book.judge(record, { ...draft, occurredAt: at, by: maker });
    }
    const waiting = await this.proposals.waitingIn(caseId);
    if (waiting.some((one) => asksTheSame(one, request))) throw proposalPending();
    const needsLegal = needsLegalReview(act, record.kind, disputed);
    const draft = {
      act,
      basis,
      needsLegal,
      ruleVersion: RULE_VERSION,
      ...(entry && 'kind' in effect && { entry }),
      ...(stated !== undefined && { occurredAt: at.toISOString() }),
    };
    return this.journal.open({ row, record }, draft, by, now);
  }
}
