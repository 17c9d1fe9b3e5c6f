import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#contracts';
import { Outbox } from '#messaging';
import { Aggregates, Database, placeholders, streamOf, touch, type RowStates } from '#persistence';
import { firstReport } from '../../domain/incident-file/filed-reports.js';
import type { IncidentFile } from '../../domain/incident-file/incident-file.js';
import { fileOf, columnsOf } from './incident-file.row.js';
import { incidentFiles, type IncidentFileRow } from './incident-file.tables.js';
import { timelineEntries, type TimelineRow } from './timeline.tables.js';
import { UnitFiles } from './unit-files.js';

/** Files and their timelines. Everything a unit of work adds is written at its end. */
@Injectable()
export class IncidentFiles {
  private readonly files: Aggregates<IncidentFileRow>;
  private readonly units: UnitFiles;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    this.files = new Aggregates(database, incidentFiles);
    this.units = new UnitFiles(database);
  }

  /** The file of an incident; in a chunk of events those of all its incidents are read together. */
  find(incidentId: string): Promise<IncidentFileRow | undefined> {
    return this.files.find(incidentId);
  }

  /** The files of some incidents, to be read only. */
  async read(incidentIds: readonly string[]): Promise<IncidentFileRow[]> {
    if (incidentIds.length === 0) return [];
    return this.database.rows(incidentFiles, `WHERE \`id\` IN (${placeholders(incidentIds.length)})`, incidentIds);
  }

  /** The file for a change by a person: changes to the same incident wait for each other instead of racing. */
  async lock(incidentId: string): Promise<IncidentFileRow | undefined> {
    const found = await this.database.execute('UPDATE `incident_file` SET `version` = `version` WHERE `id` = ?', [
      incidentId,
    ]);
    return found === 0 ? undefined : this.files.find(incidentId);
  }

  /** A new file. */
  open(file: IncidentFile): IncidentFileRow {
    const row: IncidentFileRow = {
      id: file.incidentId,
      number: file.number,
      enterpriseId: file.enterprise?.id,
      reporterAccountId: firstReport(file).reporter.accountId,
      receivedAt: new Date(file.receivedAt),
      intakeVersion: 0,
      decisions: 0,
      published: 0,
      version: 1,
      ...columnsOf(file),
    };
    this.files.add(row);
    return row;
  }

  /** Keeps a changed file that was found. */
  save(row: IncidentFileRow, file: IncidentFile): void {
    this.units.follow(row, fileOf(row), file);
    Object.assign(row, columnsOf(file));
    touch(row);
    this.files.save(row);
  }

  /** Publishes an event about a file and answers its sequence. */
  publish(row: IncidentFileRow, event: DomainEvent, states?: RowStates): number {
    this.outbox.publish(streamOf(row), event, states);
    return row.published;
  }

  /** A line of the timeline. */
  addLine(line: TimelineRow): void {
    this.database.unit.collect(
      timelineEntries,
      'state',
      (lines: TimelineRow[]) => this.database.insert(timelineEntries, lines),
      [line],
    );
  }

  /** The timeline by when things happened; what became known later comes after what became known first. */
  timeline(incidentId: string): Promise<TimelineRow[]> {
    return this.database.rows(
      timelineEntries,
      'WHERE `incident_id` = ? ORDER BY `at`, `recorded_at`, `source`, `sequence`',
      [incidentId],
    );
  }
}
