import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '#persistence';
import { Places } from '../../domain/selection/places.js';
import { SELECTION_RULES } from '../../domain/selection/rules/index.js';
import type { IndexedUnit } from '../../domain/selection/shelves.js';
import { UnitIndex } from '../../domain/selection/unit-index.js';
import type { UnitRow } from './routing.schema.js';
import { UnitRepository } from './unit.repository.js';

const REFRESH_MS = 1000;
/** Changes of this age are read again, so that clocks of several processes may differ by as much. */
const OVERLAP_MS = 5000;

/**
 * The units in memory. It only proposes: a place of a unit is taken by a unique key in the database, and when another
 * process was faster the unit of work is redone with fresh figures.
 */
@Injectable()
export class UnitRoster implements OnModuleInit, OnModuleDestroy {
  private readonly index = new UnitIndex(SELECTION_RULES);
  private readonly distrusted = new Set<string>();
  /** Units whose places changed here since the refresh under way began: what it read of them is older. */
  private readonly touched = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private refreshing: Promise<void> = Promise.resolve();
  private seen = new Date(0);
  /** The changes since `seen` that the index knows. */
  private mark = '';

  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refreshing = this.refresh().catch(() => undefined);
    }, REFRESH_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.refreshing;
  }

  /** The units as this unit of work sees them; what it takes and gives back is known to others once it is durable. */
  async places(): Promise<Places> {
    if (this.distrusted.size > 0) await this.recount();
    const { unit } = this.database;
    return unit.local(this, () => {
      const places = new Places(this.index);
      unit.afterCommit(() => {
        for (const id of places.apply()) this.touched.add(id);
      });
      return places;
    });
  }

  /** Whether any unit of a discipline is on duty with a place left, as far as this process knows. */
  hasFree(discipline: string): boolean {
    return this.index.shelves.ready(discipline) > 0;
  }

  /** Figures of these units may be wrong: they are read again before the next decision. */
  distrust(unitIds: readonly string[]): void {
    for (const id of unitIds) this.distrusted.add(id);
  }

  /** Puts a changed unit in at once, when its change is durable. */
  put(row: UnitRow): void {
    this.database.unit.afterCommit(() => this.index.put(indexed(row, this.index.get(row.id)?.slots ?? [])));
  }

  /** Reads what other processes changed. */
  async refresh(): Promise<void> {
    this.touched.clear();
    const rows = await this.changed();
    const slots = byUnit(await this.units.slotsTaken());
    for (const row of rows) {
      if (row.updatedAt > this.seen) this.seen = row.updatedAt;
      this.index.put(indexed(row, this.index.get(row.id)?.slots ?? slots.get(row.id) ?? []));
    }
    for (const unit of this.index.all()) {
      if (!this.touched.has(unit.id)) this.replace(unit.id, slots.get(unit.id) ?? []);
    }
  }

  /** Units that changed lately; none when nothing moved, so that a fleet entered at once is not read every second. */
  private async changed(): Promise<UnitRow[]> {
    const since = new Date(this.seen.getTime() - OVERLAP_MS);
    const mark = `${since.getTime()} ${await this.units.markSince(since)}`;
    if (mark === this.mark) return [];
    const rows = await this.units.changedSince(since);
    this.mark = mark;
    return rows;
  }

  private async recount(): Promise<void> {
    const ids = [...this.distrusted];
    this.distrusted.clear();
    const slots = byUnit(await this.units.slotsTaken(ids));
    for (const id of ids) this.replace(id, slots.get(id) ?? []);
  }

  private replace(id: string, slots: readonly number[]): void {
    const known = this.index.get(id)?.slots ?? [];
    if (known.length !== slots.length || known.some((slot) => !slots.includes(slot))) this.index.occupy(id, slots);
  }
}

function byUnit(taken: readonly { unitId: string; slot: number }[]): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const { unitId, slot } of taken) map.set(unitId, [...(map.get(unitId) ?? []), slot]);
  return map;
}

function indexed(row: UnitRow, slots: readonly number[]): IndexedUnit {
  const { id, name, discipline, duty, capacity, longitude, latitude, jurisdictions, districts } = row;
  return { id, name, discipline, duty, capacity, longitude, latitude, jurisdictions, districts, slots };
}
