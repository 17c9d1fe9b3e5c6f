import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, every, newId, type Repeating } from '#persistence';
import { IndexedUnit } from '../../domain/selection/indexed-unit.js';
import { Places } from '../../domain/selection/places.js';
import { SELECTION_RULES } from '../../domain/selection/rules/index.js';
import { UnitIndex } from '../../domain/selection/unit-index.js';
import type { UnitRow } from './unit.table.js';
import { UnitChanges, type ChangeMark } from './unit-changes.js';

const FOLLOW_MS = 1000;
/** So late a change may become visible: clocks of processes differ, and a transaction commits after it read its own. */
const OVERLAP_MS = 5000;
/** Changes read at a time; a turn reads so many pages at most, and the next one goes on from there. */
const PAGE = 1000;
const MOST_PAGES = 10;

/**
 * The units in memory. It only proposes: a place of a unit is taken by a unique key in the database, and when another
 * process was faster the unit of work is redone with fresh figures. It follows what this process commits at once, and what
 * others commit within seconds; all units are read only at the start.
 */
@Injectable()
export class UnitRoster implements OnModuleInit, OnModuleDestroy {
  private readonly process = newId().slice(-12);
  private readonly index = new UnitIndex(SELECTION_RULES);
  private readonly versions = new Map<string, number>();
  private readonly distrusted = new Set<string>();
  /** Units whose places changed here since the turn under way began: what it read of them is older. */
  private readonly touched = new Set<string>();
  private following: Repeating | undefined;
  private marks: Record<'units' | 'places', ChangeMark> = { units: markAt(0), places: markAt(0) };

  constructor(
    private readonly database: Database,
    private readonly changes: UnitChanges,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.readAll();
    // What it cannot read now it reads in the next turn; that the database is away is said elsewhere.
    this.following = every(FOLLOW_MS, () => this.follow(), { report: () => undefined, keepsAlive: false });
  }

  async onModuleDestroy(): Promise<void> {
    await this.following?.stop();
  }

  /** The units as this unit of work sees them; what it takes and gives back is known to others once it is durable. */
  async places(): Promise<Places> {
    if (this.distrusted.size > 0) await this.recountDistrusted();
    const { unit } = this.database;
    return unit.local(this, () => {
      const places = new Places(this.index);
      unit.afterCommit(() => {
        for (const id of places.apply()) this.touched.add(id);
      });
      return places;
    });
  }

  /** Whether any unit of a discipline could go somewhere, as far as this process knows. */
  hasReady(discipline: string): boolean {
    return this.index.shelves.ready(discipline) > 0;
  }

  /** Figures of these units may be wrong: they are read again before the next decision. */
  distrust(unitIds: readonly string[]): void {
    for (const id of unitIds) this.distrusted.add(id);
  }

  /** Puts a changed unit in at once, when its change is durable. */
  put(row: UnitRow): void {
    const copy = { ...row };
    this.database.unit.afterCommit(() => this.putIn(copy, this.index.get(copy.id)?.slots ?? []));
  }

  /** What an assignment says of a place that this process takes or gives back now. */
  mark(now: Date): { placeAt: Date; placeBy: string } {
    return { placeAt: now, placeBy: this.process };
  }

  /** Reads what other processes changed since the last turn. */
  async follow(): Promise<void> {
    this.touched.clear();
    const since = markAt(Date.now() - OVERLAP_MS);
    this.marks.units = await this.readOn(this.marks.units, since, async (mark) => {
      const changed = await this.changes.units(mark, PAGE);
      const news = changed.filter(({ id, version }) => (this.versions.get(id) ?? 0) < version);
      await this.readUnits(news.map(({ id }) => id));
      return changed;
    });
    this.marks.places = await this.readOn(this.marks.places, since, async (mark) => {
      const moved = await this.changes.places(mark, this.process, PAGE);
      const ids = [...new Set(moved.map(({ unitId }) => unitId))];
      await this.recount(ids, (id) => !this.touched.has(id));
      return moved;
    });
  }

  /** Page by page from a mark; answers where the next turn begins: a little before now, if this one came so far. */
  private async readOn(
    from: ChangeMark,
    since: ChangeMark,
    readPage: (mark: ChangeMark) => Promise<readonly ChangeMark[]>,
  ): Promise<ChangeMark> {
    let mark = from;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await readPage(mark);
      if (page.length < PAGE) return since;
      mark = page.at(-1) ?? mark;
    }
    return mark;
  }

  private async readAll(): Promise<void> {
    const begun = markAt(Date.now() - OVERLAP_MS);
    this.marks = { units: begun, places: begun };
    for (let after = ''; ;) {
      const ids = await this.changes.idsAfter(after, PAGE);
      await this.readUnits(ids);
      if (ids.length < PAGE) return;
      after = ids.at(-1) ?? after;
    }
  }

  private async readUnits(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const slots = await this.changes.slotsTaken(ids);
    for (const row of await this.changes.byId(ids)) {
      this.putIn(row, this.index.get(row.id)?.slots ?? slots.get(row.id) ?? []);
    }
  }

  private putIn(row: UnitRow, slots: readonly number[]): void {
    if ((this.versions.get(row.id) ?? 0) > row.version) return;
    this.versions.set(row.id, row.version);
    this.index.put(new IndexedUnit(row, slots));
  }

  private async recountDistrusted(): Promise<void> {
    const ids = [...this.distrusted];
    this.distrusted.clear();
    await this.recount(ids, () => true);
  }

  private async recount(ids: readonly string[], mayReplace: (id: string) => boolean): Promise<void> {
    if (ids.length === 0) return;
    const slots = await this.changes.slotsTaken(ids);
    for (const id of ids) if (mayReplace(id)) this.index.occupy(id, slots.get(id) ?? []);
  }
}

const markAt = (ms: number): ChangeMark => ({ at: new Date(ms), id: '' });
