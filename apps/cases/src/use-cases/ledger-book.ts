import { Injectable } from '@nestjs/common';
import { LossEntryPosted, type ActorFact, type LedgerFigures } from '#contracts';
import { addMs, HOUR } from '#domain-kit';
import { Clock, newId } from '#platform';
import { entryFact } from '../domain/loss-ledger/entry-view.js';
import type { Entry } from '../domain/loss-ledger/entry.js';
import { LEDGER_RULES } from '../domain/loss-ledger/kinds/index.js';
import { covering, postEntry } from '../domain/loss-ledger/post-entry.js';
import { nextStopEnd } from '../domain/loss-ledger/stops.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { CaseRow, LedgerEntryRow } from '../outbound/database/case.tables.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { FileJournal } from './file-journal.js';

/** An entry that somebody wants to post. */
export interface EntryDraft extends Omit<Entry, 'id' | 'by' | 'notedFen'> {
  readonly occurredAt: Date;
  readonly by: ActorFact;
  readonly approvedBy?: ActorFact;
}

/** A case of which the ledger is kept: its row and its file's, locked for the change. */
export interface KeptCase {
  readonly row: IncidentFileRow;
  readonly record: CaseRow;
}

/** The ledger of a case: judges entries, posts them, tells of them. Whoever uses it has locked the file. */
@Injectable()
export class LedgerBook {
  constructor(
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Judges an entry without posting it; throws the refusals of the ledger. */
  async judge(record: CaseRow, draft: EntryDraft): Promise<void> {
    const ledger = await this.cases.ledger(record.id);
    this.settle(record, ledger, draft);
  }

  /** Posts an entry; answers it with the figures after it. The case's version moves: nothing is spent twice. */
  async post({ row, record }: KeptCase, draft: EntryDraft): Promise<{ entry: LedgerEntryRow; figures: LedgerFigures }> {
    const ledger = await this.cases.ledger(record.id);
    const { entry, figures } = this.settle(record, ledger, draft);
    const states = this.cases.post(entry);
    record.stopDueAt = nextStopEnd([...ledger, entry]);
    this.cases.save(record);
    const { enterpriseId } = record;
    this.journal.publish(
      row,
      LossEntryPosted.of({
        incidentId: row.id,
        caseId: record.id,
        entry: entryFact(entry),
        figures,
        ...(enterpriseId !== undefined && { enterpriseId }),
      }),
      states,
    );
    return { entry, figures };
  }

  private settle(record: CaseRow, ledger: readonly LedgerEntryRow[], draft: EntryDraft) {
    const { lastsHours } = LEDGER_RULES[draft.kind];
    const reversed = ledger.find(({ id }) => id === draft.reverses);
    const entry: LedgerEntryRow = covering(ledger, {
      ...draft,
      id: newId(),
      caseId: record.id,
      line: ledger.length + 1,
      recordedAt: this.clock.now(),
      ...(lastsHours !== null && { expiresAt: addMs(draft.occurredAt, lastsHours * HOUR) }),
      ...(reversed && { reversedKind: reversed.kind }),
    });
    return { entry, figures: postEntry(ledger, entry, { filed: record.filedAt !== undefined }) };
  }
}
