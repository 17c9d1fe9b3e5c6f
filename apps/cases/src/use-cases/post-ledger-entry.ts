import { Injectable } from '@nestjs/common';
import { LossEntryPosted, type LedgerKind } from '#contracts';
import { Clock, newId, type Caller } from '#platform';
import type { LedgerEntryAnswer } from '../domain/case/case-view.js';
import { requireAssignedUnit } from '../domain/incident-file/authority.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { entryFact, entryView } from '../domain/loss-ledger/entry-view.js';
import { postEntry } from '../domain/loss-ledger/post-entry.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { LedgerEntryRow } from '../outbound/database/cases.schema.js';
import { actorOf, FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

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

/** Posts an entry of a loss ledger. The file is locked meanwhile and the case's version moves: nothing is spent twice. */
@Injectable()
export class PostLedgerEntry {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Judges and posts the entry; answers it with the figures after it. */
  async run(caller: Caller, caseId: string, request: LedgerEntryRequest): Promise<LedgerEntryAnswer> {
    const { row, file, record } = await this.access.changeCase(caller, caseId);
    requireAssignedUnit(caller, file);
    const { occurredAt, ...stated } = request;
    const now = this.clock.now();
    const ledger = await this.cases.ledger(caseId);
    const entry: LedgerEntryRow = {
      ...stated,
      id: newId(),
      caseId,
      line: ledger.length + 1,
      occurredAt: happenedAt(occurredAt, now, file.receivedAt),
      recordedAt: now,
      by: actorOf(caller),
    };
    const figures = postEntry(ledger, entry, { filed: record.filedAt !== undefined });
    this.cases.post(entry);
    this.cases.save(record);
    const { enterpriseId } = record;
    this.journal.publish(
      row,
      LossEntryPosted.of({
        incidentId: row.id,
        caseId,
        entry: entryFact(entry),
        figures,
        ...(enterpriseId !== undefined && { enterpriseId }),
      }),
    );
    return { entry: entryView(entry), figures };
  }
}
