import { Injectable } from '@nestjs/common';
import { Aggregates, Database, touch, type RowStates } from '#persistence';
import {
  caseRecords,
  ledgerEntries,
  statedEntries,
  type CaseRow,
  type LedgerEntryRow,
  type ProposalRow,
} from './case.tables.js';

/** Cases and their ledgers. Entries are only ever added; the version of the case guards the whole ledger. */
@Injectable()
export class Cases {
  private readonly cases: Aggregates<CaseRow>;

  constructor(private readonly database: Database) {
    this.cases = new Aggregates(database, caseRecords);
  }

  /** A case by its id. */
  find(caseId: string): Promise<CaseRow | undefined> {
    return this.cases.find(caseId);
  }

  /** The case that a proposal is about, if it is about one. */
  async of({ caseId }: Pick<ProposalRow, 'caseId'>): Promise<CaseRow | undefined> {
    return caseId === undefined ? undefined : this.cases.find(caseId);
  }

  /** The incident of a case, without reading the case into the unit of work. */
  async incidentOf(caseId: string): Promise<string | undefined> {
    const [found] = await this.database.query<{ incident_id: string }>(
      'SELECT `incident_id` FROM `case_record` WHERE `id` = ?',
      [caseId],
    );
    return found?.incident_id;
  }

  /** A new case. */
  open(row: CaseRow): void {
    this.cases.add(row);
  }

  /** Keeps a case that was found and changed; also when only its ledger grew. */
  save(row: CaseRow): void {
    touch(row);
    this.cases.save(row);
  }

  /** The ledger of a case in the order of its lines. */
  ledger(caseId: string): Promise<LedgerEntryRow[]> {
    return this.database.rows(ledgerEntries, 'WHERE `case_id` = ? ORDER BY `line`', [caseId]);
  }

  /** Adds an entry to a ledger, and answers what the audit trail is to know of it. */
  post(entry: LedgerEntryRow): RowStates {
    this.database.unit.collect(
      ledgerEntries,
      'state',
      (entries: LedgerEntryRow[]) => this.database.insert(ledgerEntries, entries),
      [entry],
    );
    return statedEntries.states(entry);
  }
}
