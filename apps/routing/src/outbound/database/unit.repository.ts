import { Injectable } from '@nestjs/common';
import type { Discipline, DutyState } from '#contracts';
import { Aggregates, Database, placeholders, sqlTime, type SqlParam } from '#persistence';
import { units, type UnitRow } from './routing.schema.js';

/** What a list of units may be narrowed to. */
export interface UnitFilter {
  readonly discipline?: Discipline;
  readonly duty?: DutyState;
  /** This unit alone. */
  readonly only?: string;
  /** Codes after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** Units by code. */
@Injectable()
export class UnitRepository {
  private readonly rows: Aggregates<UnitRow>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, units);
  }

  find(id: string): Promise<UnitRow | undefined> {
    return this.rows.find(id);
  }

  add(unit: UnitRow): void {
    this.rows.add(unit);
  }

  save(unit: UnitRow): void {
    this.rows.save(unit);
  }

  all(): Promise<UnitRow[]> {
    return this.database.rows(units, 'ORDER BY `id`');
  }

  /** What stands for all units that changed at or after a moment: it moves whenever one of them does. */
  async markSince(at: Date): Promise<string> {
    const [row] = await this.database.query<{ units: number | string; versions: number | string | null }>(
      'SELECT COUNT(*) AS `units`, SUM(`version`) AS `versions` FROM `unit` WHERE `updated_at` >= ?',
      [sqlTime(at)],
    );
    return `${row?.units} ${row?.versions}`;
  }

  /** Units that changed at or after a moment. */
  changedSince(at: Date): Promise<UnitRow[]> {
    return this.database.rows(units, 'WHERE `updated_at` >= ?', [sqlTime(at)]);
  }

  /** One row more than `limit`, by code. */
  list({ discipline, duty, only, after, limit }: UnitFilter): Promise<UnitRow[]> {
    const wanted: [string, SqlParam | undefined][] = [
      ['`discipline` = ?', discipline],
      ['`duty` = ?', duty],
      ['`id` = ?', only],
      ['`id` > ?', after],
    ];
    const given = wanted.filter((pair): pair is [string, SqlParam] => pair[1] !== undefined);
    const where = given.length > 0 ? `WHERE ${given.map(([sql]) => sql).join(' AND ')}` : '';
    return this.database.rows(units, `${where} ORDER BY \`id\` LIMIT ?`, [
      ...given.map(([, value]) => value),
      limit + 1,
    ]);
  }

  /** How many assignments each of these units holds. */
  async activeOf(ids: readonly string[]): Promise<Map<string, number>> {
    const active = new Map<string, number>();
    for (const { unitId } of await this.slotsTaken(ids)) active.set(unitId, (active.get(unitId) ?? 0) + 1);
    return active;
  }

  /** Places taken, by unit; of these units, or of all. */
  async slotsTaken(ids?: readonly string[]): Promise<{ unitId: string; slot: number }[]> {
    if (ids?.length === 0) return [];
    const among = ids ? ` AND \`unit_id\` IN (${placeholders(ids.length)})` : '';
    const rows = await this.database.query<{ unit_id: string; unit_slot: number }>(
      `SELECT \`unit_id\`, \`unit_slot\` FROM \`assignment\` WHERE \`unit_slot\` > 0${among}`,
      ids ?? [],
    );
    return rows.map((row) => ({ unitId: row.unit_id, slot: Number(row.unit_slot) }));
  }
}
