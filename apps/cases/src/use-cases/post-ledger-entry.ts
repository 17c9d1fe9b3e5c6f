import { Injectable } from '@nestjs/common';
import { LEDGER_VOCABULARY, type LedgerKind } from '#contracts';
import { actorOf, AS_A_FACT, Clock, type Caller } from '#platform';
import type { LedgerEntryAnswer } from '../domain/case/case-view.js';
import { requireAssignedUnit } from '../domain/incident-file/authority.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { entryView } from '../domain/loss-ledger/entry-view.js';
import { approvalNeeded } from '../domain/proposal/refusals.js';
import { FileAccess } from './file-access.js';
import { LedgerBook } from './ledger-book.js';

/** An entry as somebody wants to post it. Amount in integer fen. */
export interface LedgerEntryRequest {
  kind: LedgerKind;
  amountFen: number;
  occurredAt?: string;
  holding?: string;
  reverses?: string;
  method?: string;
  approvalRef?: string;
  exceptionCode?: string;
  note?: string;
}

/** Posts an entry of a loss ledger that one person may post alone. The file is locked meanwhile. */
@Injectable()
export class PostLedgerEntry {
  constructor(
    private readonly access: FileAccess,
    private readonly book: LedgerBook,
    private readonly clock: Clock,
  ) {}

  /** Judges and posts the entry; answers it with the figures after it. What needs an approval is refused; what the scene tells is a fact. */
  async run(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
    request: LedgerEntryRequest,
  ): Promise<LedgerEntryAnswer> {
    const words = LEDGER_VOCABULARY[request.kind];
    const basis = words.onScene ? AS_A_FACT : ifMatch;
    const { row, file, record } = await this.access.changeCase(caller, caseId, basis);
    requireAssignedUnit(caller, file);
    if (words.proposedAs !== null) throw approvalNeeded({ kind: { zh: words.zh, en: words.en } });
    const { occurredAt: stated, ...entered } = request;
    const occurredAt = happenedAt(stated, this.clock.now(), file.receivedAt);
    const { entry, figures } = await this.book.post({ row, record }, { ...entered, occurredAt, by: actorOf(caller) });
    return { entry: entryView(entry), figures };
  }
}
