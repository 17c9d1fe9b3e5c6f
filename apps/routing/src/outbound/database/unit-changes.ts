import { Injectable } from '@nestjs/common';
import { Database, fromSqlTime, placeholders, sqlTime } from '#persistence';
import { units, type UnitRow } from './unit.table.js';

/** A change by its moment and the id of what changed: pages follow each other by both. */
export interface ChangeMark {
  readonly at: Date;
  readonly id: string;
}

/** Reads what changed of units and their places, a page at a time: what nobody changed costs nothing. */
@Injectable()
export class UnitChanges {
  constructor(private readonly database: Database) {}

  /** Units that changed after a mark, oldest change first. */
  async units(after: ChangeMark, most: number): Promise<(ChangeMark & { readonly version: number })[]> {
    const at = sqlTime(after.at);
    const rows = await this.database.query<{ id: string; version: number; updated_at: string }>(
      'SELECT `id`, `version`, `updated_at` FROM `unit` WHERE `updated_at` >= ? AND (`updated_at` > ? OR `id` > ?) ' +
        'ORDER BY `updated_at`, `id` LIMIT ?',
      [at, at, after.id, most],
    );
    return rows.map(({ id, version, updated_at: time }) => ({ id, version: Number(version), at: fromSqlTime(time) }));
  }

  /** Assignments whose place was taken or given back after a mark by another process than this one. */
  async places(
    after: ChangeMark,
    process: string,
    most: number,
  ): Promise<(ChangeMark & { readonly unitId: string })[]> {
    const at = sqlTime(after.at);
    const rows = await this.database.query<{ id: string; unit_id: string; place_at: string }>(
      'SELECT `id`, `unit_id`, `place_at` FROM `assignment` ' +
        'WHERE `place_at` >= ? AND `place_by` <> ? AND (`place_at` > ? OR `id` > ?) ORDER BY `place_at`, `id` LIMIT ?',
      [at, process, at, after.id, most],
    );
    return rows.map(({ id, unit_id: unitId, place_at: time }) => ({ id, unitId, at: fromSqlTime(time) }));
  }

  /** Codes of all units in their order, after one of them. */
  async idsAfter(after: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT `id` FROM `unit` WHERE `id` > ? ORDER BY `id` LIMIT ?',
      [after, most],
    );
    return rows.map(({ id }) => id);
  }

  byId(ids: readonly string[]): Promise<UnitRow[]> {
    return this.database.rows(units, `WHERE \`id\` IN (${placeholders(ids.length)})`, ids);
  }

  /** Numbers of the places taken, by unit; what the units did before is not looked at. */
  async slotsTaken(ids: readonly string[]): Promise<Map<string, number[]>> {
    const taken = new Map<string, number[]>();
    if (ids.length === 0) return taken;
    const rows = await this.database.query<{ unit_id: string; unit_slot: number }>(
      `SELECT \`unit_id\`, \`unit_slot\` FROM \`assignment\`
      WHERE \`unit_id\` IN (${placeholders(ids.length)}) AND \`unit_slot\` > 0`,
      ids,
    );
    for (const { unit_id: id, unit_slot: slot } of rows) taken.set(id, [...(taken.get(id) ?? []), Number(slot)]);
    return taken;
  }
}
