import { sqlTime, type Database, type SqlParam } from '#persistence';
import { leadAssignment, type IncidentFile } from '../../domain/incident-file/incident-file.js';
import { unitFiles, type IncidentFileRow, type UnitFileRow } from './cases.schema.js';

interface Added extends UnitFileRow {
  /** Whether the unit may have got its row before it came to lead. */
  readonly known: boolean;
}

type Named = Pick<IncidentFile, 'assignments'>;

/** Which files concern which units, beside those that they lead: rows are added, never taken away. */
export class UnitFiles {
  constructor(private readonly database: Database) {}

  /** Adds the units that a change of a file brings, and a lead that another one relieves. */
  follow({ id, receivedAt }: IncidentFileRow, before: Named, after: Named): void {
    if (before.assignments === after.assignments) return;
    const [led, leads] = [leadOf(before), leadOf(after)];
    const had = unitsOf(before);
    const added = [...unitsOf(after)]
      .filter((unitId) => unitId !== leads && (unitId === led || !had.has(unitId)))
      .map((unitId): Added => ({ unitId, receivedAt, incidentId: id, known: unitId === led }));
    this.database.unit.collect(unitFiles, 'state', (rows: Added[]) => this.insert(rows), added);
  }

  private async insert(rows: readonly Added[]): Promise<void> {
    const relieved = rows.filter(({ known }) => known);
    const there = new Set(relieved.length > 0 ? (await this.among(relieved)).map(keyOf) : []);
    const missing = new Map(rows.filter((row) => !there.has(keyOf(row))).map((row) => [keyOf(row), row]));
    await this.database.insert(unitFiles, [...missing.values()]);
  }

  private among(rows: readonly UnitFileRow[]): Promise<UnitFileRow[]> {
    const each = rows.map(() => '(`unit_id` = ? AND `received_at` = ? AND `incident_id` = ?)').join(' OR ');
    const params = rows.flatMap(({ unitId, receivedAt, incidentId }): SqlParam[] => [
      unitId,
      sqlTime(receivedAt),
      incidentId,
    ]);
    return this.database.rows(unitFiles, `WHERE ${each}`, params);
  }
}

const keyOf = ({ unitId, incidentId }: UnitFileRow): string => `${unitId} ${incidentId}`;
const leadOf = (file: Named): string | undefined => leadAssignment(file)?.unit.id;
const unitsOf = ({ assignments }: Named): Set<string> => new Set(assignments.map(({ unit }) => unit.id));
