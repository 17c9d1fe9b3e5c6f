import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { redact, type EnterpriseFileView } from '../domain/incident-file/projection.js';
import { fullFile, type IncidentFileView, type TimelineLineView } from '../domain/incident-file/views.js';
import { entryView } from '../domain/loss-ledger/entry-view.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { TimelineRow } from '../outbound/database/cases.schema.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { FileAccess } from './file-access.js';

/** Everything about one incident, as far as the caller may see it. */
@Injectable()
export class ReadIncidentFile {
  constructor(
    private readonly access: FileAccess,
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
  ) {}

  /** The whole file for police, the six steps for the enterprise; throws 404 where the caller may see nothing. */
  async run(caller: Caller, incidentId: string): Promise<IncidentFileView | EnterpriseFileView> {
    const { file, sight } = await this.access.read(caller, incidentId);
    const entries = file.case ? await this.cases.ledger(file.case.caseId) : [];
    if (sight === 'redacted') return redact(file, entries);
    const timeline = await this.files.timeline(incidentId);
    return fullFile(file, sight, timeline.map(lineOf), entries.map(entryView));
  }
}

function lineOf({ at, recordedAt, source, sequence, type, doc }: TimelineRow): TimelineLineView {
  return { at: at.toISOString(), recordedAt: recordedAt.toISOString(), source, sequence, type, ...doc };
}
