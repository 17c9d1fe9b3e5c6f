import { Injectable } from '@nestjs/common';
import { eventClassOf, type IncidentReported } from '#contracts';
import { defineRefusal } from '#domain-kit';
import type { EventContext } from '#messaging';
import type { RowStates } from '#persistence';
import { Clock } from '#platform';
import { makesStale, versionsAfter, type FileVersions } from '../domain/incident-file/decision-version.js';
import { meaningOf } from '../domain/incident-file/events/index.js';
import type { IncidentEvent } from '../domain/incident-file/file-event.js';
import { openFile } from '../domain/incident-file/open-file.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { fileOf } from '../outbound/database/incident-file.row.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';

/** 404: there is no such incident, or not for this caller. */
export const incidentUnknown = defineRefusal({
  code: 'incident-file.not-found',
  kind: 'not-found',
  zh: '没有这起警情',
  en: 'There is no such incident',
});

/** The versions that decisions about an incident name. */
export const versionsOf = ({ intakeVersion, decisions }: IncidentFileRow): FileVersions => ({
  intake: intakeVersion,
  file: decisions,
});

/** The version that a decision about a file, its case or what is proposed about it names (`If-Match`). */
export const decisionOf = ({ decisions }: Pick<IncidentFileRow, 'decisions'>): { readonly version: number } => ({
  version: decisions,
});

type Origin = Pick<EventContext, 'source' | 'sequence' | 'time'>;

/** Brings events into files: the document, the timeline, and which units the file concerns. */
@Injectable()
export class FileJournal {
  constructor(
    private readonly files: IncidentFiles,
    private readonly clock: Clock,
  ) {}

  /** Opens the file of a newly reported incident. */
  open(event: IncidentReported, origin: Origin): IncidentFileRow {
    const row = this.files.open(openFile(event));
    this.line(row, event, origin);
    return row;
  }

  /** The file of an event of another service. A file that is missing means that its report was set aside. */
  async fileOf(incidentId: string): Promise<IncidentFileRow> {
    const row = await this.files.find(incidentId);
    if (!row) throw incidentUnknown();
    return row;
  }

  /** Brings an event of another service into its file. */
  take(row: IncidentFileRow, event: IncidentEvent, origin: Origin): void {
    this.fold(row, event);
    this.line(row, event, origin);
  }

  /**
   * Publishes an event of this service and brings it into its file in the same transaction. `states` are the rows that the
   * audit trail is to know.
   */
  publish(row: IncidentFileRow, event: IncidentEvent, states?: RowStates): void {
    const sequence = this.files.publish(row, event, states);
    this.fold(row, event);
    this.line(row, event, { source: 'cases', sequence, time: this.clock.now().toISOString() });
  }

  private fold(row: IncidentFileRow, event: IncidentEvent): void {
    this.files.save(row, meaningOf(event).apply(fileOf(row), event));
  }

  private line(row: IncidentFileRow, event: IncidentEvent, { source, sequence, time }: Origin): void {
    const meaning = meaningOf(event);
    const { type } = eventClassOf(event);
    const { intake, file } = versionsAfter(versionsOf(row), { source, type, sequence });
    Object.assign(row, { intakeVersion: intake, decisions: file });
    const by = meaning.by?.(event);
    this.files.addLine({
      incidentId: row.id,
      source,
      sequence,
      type,
      at: new Date(meaning.at(event)),
      recordedAt: new Date(time),
      doc: { text: meaning.text(event), ...(by && { by }), ...(makesStale(type) && { version: file }) },
    });
  }
}
