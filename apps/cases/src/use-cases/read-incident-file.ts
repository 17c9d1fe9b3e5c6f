import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { accountsFor } from '../domain/incident-file/access.js';
import { ownPart, type OwnPartView } from '../domain/incident-file/own-part.js';
import { partnerTask, type PartnerTaskView } from '../domain/incident-file/partner-task.js';
import { redact, type EnterpriseFileView } from '../domain/incident-file/projection.js';
import { fullFile, type IncidentFileView, type TimelineLineView } from '../domain/incident-file/views.js';
import { entryView } from '../domain/loss-ledger/entry-view.js';
import { Cases } from '../outbound/database/case.repository.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import type { TimelineRow } from '../outbound/database/timeline.tables.js';
import { FileAccess } from './file-access.js';

/** A file, as much of it as somebody sees. */
export type FileAnswer = IncidentFileView | EnterpriseFileView | PartnerTaskView | OwnPartView;

/** Everything about one incident, as far as the caller may see it. */
@Injectable()
export class ReadIncidentFile {
  constructor(
    private readonly access: FileAccess,
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
  ) {}

  /** As much of the file as the caller sees; throws 404 where that is nothing. */
  async run(caller: Caller, incidentId: string): Promise<FileAnswer> {
    const { file, sight, versions } = await this.access.read(caller, incidentId);
    if (sight === 'task') return partnerTask(file, caller.unitId);
    if (sight === 'own') return ownPart(file, caller.unitId);
    const entries = file.case ? await this.cases.ledger(file.case.caseId) : [];
    if (sight !== 'full' && sight !== 'no-phone') return redact(file, entries);
    const timeline = await this.files.timeline(incidentId);
    const police = { sight, accounts: accountsFor(caller, file) };
    return fullFile(file, versions, police, timeline.map(lineOf), entries.map(entryView));
  }
}

function lineOf({ at, recordedAt, source, sequence, type, doc }: TimelineRow): TimelineLineView {
  return { at: at.toISOString(), recordedAt: recordedAt.toISOString(), source, sequence, type, ...doc };
}
