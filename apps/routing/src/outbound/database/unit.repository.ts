import { Injectable } from '@nestjs/common';
import type { Discipline, DutyState } from '#contracts';
import { Aggregates, Database, type SqlParam } from '#persistence';
import { units, type UnitRow } from './unit.table.js';

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

  /** Those of some codes that exist; needs a unit of work. */
  findMany(ids: readonly string[]): Promise<UnitRow[]> {
    return this.rows.findMany(ids);
  }

  add(unit: UnitRow): void {
    this.rows.add(unit);
  }

  save(unit: UnitRow): void {
    this.rows.save(unit);
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
}
