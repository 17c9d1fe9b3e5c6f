import { Injectable } from '@nestjs/common';
import type { ActorFact } from '#contracts';
import { defineRefusal } from '#domain-kit';
import type { Caller } from '#platform';
import { sightOf, type Sight } from '../domain/incident-file/access.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { CaseRow, IncidentFileRow } from '../outbound/database/cases.schema.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { incidentUnknown } from './file-journal.js';

/** 404: there is no such case, or not for this caller. */
export const caseUnknown = defineRefusal({
  code: 'case.not-found',
  kind: 'not-found',
  zh: '没有这起案件',
  en: 'There is no such case',
});

/** A person who acts, as events carry it. */
export const actorOf = ({ accountId, account, name }: Caller): ActorFact => ({ accountId, account, name });

/** Finds files and cases for a caller; what the caller may not see does not exist. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
  ) {}

  /** A file to read, and how much of it. */
  async read(caller: Caller, incidentId: string): Promise<{ row: IncidentFileRow; sight: Sight }> {
    const row = await this.files.find(incidentId);
    const sight = row && sightOf(caller, row.doc);
    if (!row || !sight) throw incidentUnknown();
    return { row, sight };
  }

  /** A file to change; changes of the same incident come one after the other. */
  async change(caller: Caller, incidentId: string): Promise<IncidentFileRow> {
    const row = await this.files.lock(incidentId);
    if (!row || sightOf(caller, row.doc) !== 'full') throw incidentUnknown();
    return row;
  }

  /** A case to read. */
  async readCase(caller: Caller, caseId: string): Promise<{ row: IncidentFileRow; sight: Sight }> {
    const incidentId = await this.cases.incidentOf(caseId);
    const row = incidentId === undefined ? undefined : await this.files.find(incidentId);
    const sight = row && sightOf(caller, row.doc);
    if (!row || !sight) throw caseUnknown();
    return { row, sight };
  }

  /** A case to change, with the file of its incident. */
  async changeCase(caller: Caller, caseId: string): Promise<{ row: IncidentFileRow; record: CaseRow }> {
    const incidentId = await this.cases.incidentOf(caseId);
    const row = incidentId === undefined ? undefined : await this.files.lock(incidentId);
    // A case of somebody else is answered like one that does not exist.
    if (!row || sightOf(caller, row.doc) !== 'full') throw caseUnknown();
    const record = await this.cases.find(caseId);
    if (!record) throw caseUnknown();
    return { row, record };
  }
}
