import { Injectable } from '@nestjs/common';
import { CaseRegistered, LossEntryPosted, SuspectCaught, type CaseKind } from '#contracts';
import { shanghaiDay } from '#domain-kit';
import { actorOf, Clock, newId, type Caller } from '#platform';
import { caseView, type CaseAnswer } from '../domain/case/case-view.js';
import { kindToOpen } from '../domain/case/opening.js';
import { arrestsOf } from '../domain/case/suspects.js';
import { requireLeadOfficer } from '../domain/incident-file/authority.js';
import { leadAssignment } from '../domain/incident-file/incident-file.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { entryFact } from '../domain/loss-ledger/entry-view.js';
import { postEntry } from '../domain/loss-ledger/post-entry.js';
import { reportedLoss } from '../domain/loss-ledger/reported-loss.js';
import { CaseNumbers } from '../outbound/database/case-number.repository.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { CaseRow } from '../outbound/database/case.tables.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { FileAccess } from './file-access.js';
import { decisionOf, FileJournal } from './file-journal.js';

/** What an officer states who opens a case. */
export interface OpeningRequest {
  /** Where the type of the incident names none, or the wrong one. */
  kind?: CaseKind;
  occurredAt?: string;
}

/** Opens the case of an incident (受案登记): an officer's act, once per incident; a report alone never does it. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly access: FileAccess,
    private readonly journal: FileJournal,
    private readonly cases: Cases,
    private readonly numbers: CaseNumbers,
    private readonly clock: Clock,
  ) {}

  /** Answers the case; the one that is there already to whoever opens it again. The reported loss begins its ledger. */
  async run(
    caller: Caller,
    incidentId: string,
    ifMatch: string | undefined,
    { kind, occurredAt }: OpeningRequest,
  ): Promise<CaseAnswer> {
    const { row, file } = await this.access.change(caller, incidentId, ifMatch);
    requireLeadOfficer(caller, file);
    const decided = kindToOpen(file, kind);
    const known = file.case && (await this.cases.find(file.case.caseId));
    if (known) return caseView(known, decisionOf(row));
    const now = this.clock.now();
    const record = await this.register(row, decided, happenedAt(occurredAt, now, file.receivedAt));
    const leadUnit = leadAssignment(file)?.unit;
    this.journal.publish(
      row,
      CaseRegistered.of({
        incidentId,
        caseId: record.id,
        number: record.number,
        kind: decided,
        registeredAt: record.registeredAt.toISOString(),
        by: actorOf(caller),
        ...(leadUnit && { leadUnit }),
      }),
    );
    if (file.estimatedLossFen > 0) this.reportLoss(row, record.id, now);
    this.recordArrests(row, record);
    return caseView(record, decisionOf(row));
  }

  private async register(row: IncidentFileRow, kind: CaseKind, registeredAt: Date): Promise<CaseRow> {
    const number = await this.numbers.take(row.report.place.district, shanghaiDay(registeredAt));
    const record: CaseRow = {
      id: newId(),
      incidentId: row.id,
      number,
      kind,
      state: 'REGISTERED',
      enterpriseId: row.enterpriseId,
      registeredAt,
      suspects: arrestsOf(row.progress.assignments).map(({ suspect }) => suspect),
      version: 1,
    };
    this.cases.open(record);
    return record;
  }

  private reportLoss(row: IncidentFileRow, caseId: string, recordedAt: Date): void {
    const entry = reportedLoss({
      entryId: newId(),
      number: row.number,
      amountFen: row.report.estimatedLossFen,
      reportedAt: row.receivedAt,
      recordedAt,
    });
    const figures = postEntry([], entry, { filed: false });
    const states = this.cases.post({ ...entry, caseId });
    this.journal.publish(
      row,
      LossEntryPosted.of({
        incidentId: row.id,
        caseId,
        entry: entryFact(entry),
        figures,
        ...(row.enterpriseId !== undefined && { enterpriseId: row.enterpriseId }),
      }),
      states,
    );
  }

  /** Arrests that units told of while there was no case. */
  private recordArrests(row: IncidentFileRow, { id: caseId }: CaseRow): void {
    for (const { suspect, by } of arrestsOf(row.progress.assignments)) {
      const { number, state, recordedAt: occurredAt } = suspect;
      const fact = { incidentId: row.id, caseId, suspect: number, state, occurredAt, by };
      this.journal.publish(row, SuspectCaught.of(fact));
    }
  }
}
