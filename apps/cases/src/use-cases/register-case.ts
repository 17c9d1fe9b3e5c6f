import { Injectable } from '@nestjs/common';
import { CaseRegistered, LossEntryPosted, type ActorFact, type DispatchPlanned } from '#contracts';
import { shanghaiDay } from '#domain-kit';
import type { EventContext } from '#messaging';
import { newId } from '#platform';
import { leadAssignment } from '../domain/incident-file/incident-file.js';
import { entryFact } from '../domain/loss-ledger/entry-view.js';
import { postEntry } from '../domain/loss-ledger/post-entry.js';
import { CaseNumbers } from '../outbound/database/case-number.repository.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { IncidentFileRow, LedgerEntryRow } from '../outbound/database/cases.schema.js';
import { FileJournal } from './file-journal.js';

/** Who makes entries that no person makes. */
const SYSTEM: ActorFact = { accountId: 'system', account: 'system', name: '系统' };

/** Takes the dispatch decision into the file, and registers a case where the type of the incident asks for one. */
@Injectable()
export class RegisterCase {
  constructor(
    private readonly journal: FileJournal,
    private readonly cases: Cases,
    private readonly numbers: CaseNumbers,
  ) {}

  /** Records the dispatch; the case gets its receipt number, the reported loss becomes the first entry of its ledger. */
  async run(event: DispatchPlanned, envelope: EventContext): Promise<void> {
    const row = await this.journal.fileOf(event.incidentId);
    this.journal.take(row, event, envelope);
    const kind = row.report.type.caseKind;
    if (kind === undefined || row.progress.case) return;
    const caseId = newId();
    const registeredAt = event.plannedAt;
    const number = await this.numbers.take(row.report.place.district, shanghaiDay(new Date(registeredAt)));
    const leadUnit = leadAssignment(row.progress)?.unit;
    this.cases.open({
      id: caseId,
      incidentId: row.id,
      number,
      kind,
      state: 'REGISTERED',
      enterpriseId: row.enterpriseId,
      registeredAt: new Date(registeredAt),
      suspects: [],
      version: 1,
    });
    this.journal.publish(
      row,
      CaseRegistered.of({ incidentId: row.id, caseId, number, kind, registeredAt, ...(leadUnit && { leadUnit }) }),
    );
    if (row.report.estimatedLossFen > 0) this.reportLoss(row, caseId, new Date(envelope.time));
  }

  private reportLoss(row: IncidentFileRow, caseId: string, recordedAt: Date): void {
    const entry: LedgerEntryRow = {
      id: newId(),
      caseId,
      line: 1,
      kind: 'LOSS_REPORTED',
      amountFen: row.report.estimatedLossFen,
      note: row.number,
      occurredAt: row.receivedAt,
      recordedAt,
      by: SYSTEM,
    };
    const figures = postEntry([], entry, { filed: false });
    this.cases.post(entry);
    this.journal.publish(
      row,
      LossEntryPosted.of({
        incidentId: row.id,
        caseId,
        entry: entryFact(entry),
        figures,
        ...(row.enterpriseId !== undefined && { enterpriseId: row.enterpriseId }),
      }),
    );
  }
}
