import { Injectable } from '@nestjs/common';
import { Aggregates, Database, placeholders, touch } from '#persistence';
import type { Known } from '../../domain/known.js';
import { incidentAudiences, type IncidentAudienceRow } from './tables.js';

/** What is known of incidents, one row each. */
@Injectable()
export class AudienceRepository {
  private readonly rows: Aggregates<IncidentAudienceRow>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, incidentAudiences);
  }

  /** The row of an incident; a chunk's incidents are read together. */
  find(incidentId: string): Promise<IncidentAudienceRow | undefined> {
    return this.rows.find(incidentId);
  }

  /** What is known of some incidents, for readers outside of a unit of work. */
  async read(incidentIds: readonly string[]): Promise<Map<string, Known>> {
    if (incidentIds.length === 0) return new Map();
    const where = `WHERE \`id\` IN (${placeholders(incidentIds.length)})`;
    const rows = await this.database.rows(incidentAudiences, where, incidentIds);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A new row, inserted at the end of the unit of work. */
  add(known: Known): IncidentAudienceRow {
    const row = { ...known, version: 1 };
    this.rows.add(row);
    return row;
  }

  /** Replaces what a row knows. */
  keep(row: IncidentAudienceRow, known: Known): void {
    Object.assign(row, known, { version: row.version });
    touch(row);
    this.rows.save(row);
  }
}
