import { Injectable } from '@nestjs/common';
import type { LedgerFigures } from '#contracts';
import type { Caller } from '#platform';
import { sumsOf } from '../domain/loss-ledger/post-entry.js';
import { Cases } from '../outbound/database/case.repository.js';
import { caseSummary, type CaseSummary } from './case-view.js';
import { caseUnknown, FileAccess } from './file-access.js';
import { entryView, type LedgerEntryView } from './ledger-view.js';

/** A case with its ledger. */
export interface CaseFile extends CaseSummary {
  ledger: { figures: LedgerFigures; entries: LedgerEntryView[] };
}

/** Reads a case with its suspects and ledger, for police who may see its incident. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
  ) {}

  /** The case; the figures are derived from the entries. */
  async run(caller: Caller, caseId: string): Promise<CaseFile> {
    const sight = await this.access.readCase(caller, caseId);
    const record = await this.cases.find(caseId);
    if (!record || sight === 'redacted') throw caseUnknown();
    const entries = await this.cases.ledger(caseId);
    return { ...caseSummary(record), ledger: { figures: sumsOf(entries), entries: entries.map(entryView) } };
  }
}
