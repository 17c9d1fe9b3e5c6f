import { Injectable } from '@nestjs/common';
import { Database, sqlTime } from '#persistence';
import { reportTable, type ReportRow } from './report.table.js';

/** Reports: written once, with all others of the transaction, and read. */
@Injectable()
export class Reports {
  constructor(private readonly database: Database) {}

  /** Stores a report at the end of the unit of work. */
  add(report: ReportRow): void {
    this.database.unit.collect(this, 'state', (rows) => this.database.insert(reportTable, rows), [report]);
  }

  find(id: string): Promise<ReportRow | undefined> {
    return this.database.one(reportTable, 'WHERE `id` = ?', [id]);
  }

  /** Every report of an incident, oldest first. */
  ofIncident(incidentId: string): Promise<ReportRow[]> {
    return this.database.rows(reportTable, 'WHERE `incident_id` = ? ORDER BY `id`', [incidentId]);
  }

  /** Reports of an incident that were held since an instant, oldest first. */
  heldSince(incidentId: string, since: Date): Promise<ReportRow[]> {
    return this.database.rows(
      reportTable,
      'WHERE `incident_id` = ? AND `held` = 1 AND `recorded_at` >= ? ORDER BY `id`',
      [incidentId, sqlTime(since)],
    );
  }

  /** Whether an account filed a report of this incident. */
  async isFiledBy(incidentId: string, accountId: string): Promise<boolean> {
    const found = await this.database.query(
      'SELECT 1 AS `one` FROM `report` WHERE `incident_id` = ? AND `filed_by` = ? LIMIT 1',
      [incidentId, accountId],
    );
    return found.length > 0;
  }
}
