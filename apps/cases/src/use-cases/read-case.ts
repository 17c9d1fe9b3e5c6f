import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { caseView, type CaseFileAnswer } from '../domain/case/case-view.js';
import { caseUnknown } from '../domain/case/refusals.js';
import { entryView } from '../domain/loss-ledger/entry-view.js';
import { sumsOf } from '../domain/loss-ledger/post-entry.js';
import { Cases } from '../outbound/database/case.repository.js';
import { FileAccess } from './file-access.js';
import { decisionOf } from './file-journal.js';

/** Reads a case with its suspects and ledger, for police who may see its incident. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
  ) {}

  /** The case; the figures are derived from the entries. */
  async run(caller: Caller, caseId: string): Promise<CaseFileAnswer> {
    const row = await this.access.readCase(caller, caseId);
    const record = await this.cases.find(caseId);
    if (!record) throw caseUnknown();
    const entries = await this.cases.ledger(caseId);
    return {
      ...caseView(record, decisionOf(row)),
      ledger: { figures: sumsOf(entries), entries: entries.map(entryView) },
    };
  }
}
