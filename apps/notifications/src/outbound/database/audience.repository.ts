import { Injectable } from '@nestjs/common';
import { Aggregates, Database, touch } from '#persistence';
import type { Known } from '../../domain/known.js';
import { incidentAudiences, type IncidentAudienceRow } from './tables.js';

/** What is known of incidents, one row each. */
@Injectable()
export class AudienceRepository {
  private readonly rows: Aggregates<IncidentAudienceRow>;

  constructor(database: Database) {
    this.rows = new Aggregates(database, incidentAudiences);
  }

  /** The row of an incident; a chunk's incidents are read together. */
  find(incidentId: string): Promise<IncidentAudienceRow | undefined> {
    return this.rows.find(incidentId);
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
