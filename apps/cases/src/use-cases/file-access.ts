import { Injectable } from '@nestjs/common';
import type { Sight } from '#contracts';
import { requireMatch, type Caller } from '#platform';
import { requireStanding } from '../domain/case/opening.js';
import { caseUnknown } from '../domain/case/refusals.js';
import { sightOf } from '../domain/incident-file/access.js';
import { requireCaseReading } from '../domain/incident-file/authority.js';
import type { FileVersions } from '../domain/incident-file/decision-version.js';
import type { IncidentFile } from '../domain/incident-file/incident-file.js';
import { isCarriedOut } from '../domain/proposal/proposal.js';
import { proposalUnknown } from '../domain/proposal/refusals.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { CaseRow, ProposalRow } from '../outbound/database/case.tables.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { fileOf } from '../outbound/database/incident-file.row.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { decisionOf, incidentUnknown, versionsOf } from './file-journal.js';

/** A file that was found for a change: its row, and the file as it was. */
export interface FoundFile {
  row: IncidentFileRow;
  file: IncidentFile;
}

/** A proposal that was found for a step. */
export interface FoundProposal extends FoundFile {
  /** Absent where the proposal is about the file. */
  record?: CaseRow;
  proposal: ProposalRow;
}

/**
 * Finds files and cases for a caller; what the caller may not see does not exist. Whoever changes one says which version it
 * was decided on (`If-Match`), or that it is a fact; this is checked here and nowhere else.
 */
@Injectable()
export class FileAccess {
  constructor(
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
    private readonly proposals: Proposals,
  ) {}

  /** A file to read, and how much of it. */
  async read(
    caller: Caller,
    incidentId: string,
  ): Promise<{ file: IncidentFile; sight: Sight; versions: FileVersions }> {
    const row = await this.files.find(incidentId);
    const file = row && fileOf(row);
    const sight = file && sightOf(caller, file);
    // Whose sight is the record at intake has no file.
    if (!sight || sight === 'record') throw incidentUnknown();
    return { file, sight, versions: versionsOf(row) };
  }

  /** A file to change; changes of the same incident come one after the other. Throws 404, 428 and 412. */
  async change(caller: Caller, incidentId: string, ifMatch: string | undefined): Promise<FoundFile> {
    const found = await this.lock(caller, incidentId);
    if (!found) throw incidentUnknown();
    requireMatch(ifMatch, decisionOf(found.row));
    return found;
  }

  /** Checks that a caller may read a case, by the file of its incident; answers the row of that file. */
  async readCase(caller: Caller, caseId: string): Promise<IncidentFileRow> {
    const incidentId = await this.cases.incidentOf(caseId);
    const row = incidentId === undefined ? undefined : await this.files.find(incidentId);
    const file = row && fileOf(row);
    if (!file || !sightOf(caller, file)) throw caseUnknown();
    requireCaseReading(caller, file);
    return row;
  }

  /** A case to change, with the file of its incident; never of an incident that was called off. Throws 404, 428, 412, 409. */
  async changeCase(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
  ): Promise<FoundFile & { record: CaseRow }> {
    const incidentId = await this.cases.incidentOf(caseId);
    const found = incidentId === undefined ? undefined : await this.lock(caller, incidentId);
    // A case of somebody else is answered like one that does not exist.
    const record = found && (await this.cases.find(caseId));
    if (!record) throw caseUnknown();
    requireMatch(ifMatch, decisionOf(found.row));
    requireStanding(found.file);
    return { ...found, record };
  }

  /** A proposal to take a step of, with its file and, where it is about one, its case; for whose turn it is, and for who may see the file. */
  async changeProposal(caller: Caller, id: string, ifMatch: string | undefined): Promise<FoundProposal> {
    const place = await this.proposals.placeOf(id);
    const row = place && (await this.files.lock(place.incidentId));
    const proposal = row && (await this.proposals.find(id));
    if (!proposal) throw proposalUnknown();
    const file = fileOf(row);
    const { waitsFor } = proposal;
    const keeper = isCarriedOut(proposal.act) && caller.roles.includes('property_custodian');
    const turn = keeper || (waitsFor !== undefined && caller.roles.includes(waitsFor));
    if (!turn && sightOf(caller, file) !== 'full') throw proposalUnknown();
    requireMatch(ifMatch, decisionOf(row));
    const record = await this.cases.of(place);
    if (record) requireStanding(file);
    return { row, file, record, proposal };
  }

  private async lock(caller: Caller, incidentId: string): Promise<FoundFile | undefined> {
    const row = await this.files.lock(incidentId);
    const file = row && fileOf(row);
    return file && sightOf(caller, file) ? { row, file } : undefined;
  }
}
