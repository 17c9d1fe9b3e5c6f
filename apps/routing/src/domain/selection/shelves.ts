import type { SelectionRule, Shelf } from './rule.js';
import { UnitGrid } from './unit-grid.js';
import type { UnitView, Wish } from './unit-view.js';

/** A unit with the numbers of the places that its assignments take: 1 to its capacity. */
export interface IndexedUnit extends Omit<UnitView, 'active'> {
  slots: readonly number[];
}

/** Shelves of one wish whose units rank at least so high. */
export interface Level {
  readonly floor: number;
  readonly shelves: readonly UnitGrid<IndexedUnit>[];
}

const views = new WeakMap<IndexedUnit, { readonly slots: readonly number[]; readonly view: UnitView }>();

/** The unit as rules see it; made once for as long as the same places are taken. */
export function viewOf(indexed: IndexedUnit): UnitView {
  const known = views.get(indexed);
  if (known?.slots === indexed.slots) return known.view;
  const { slots, ...unit } = indexed;
  const view = { ...unit, active: slots.length };
  views.set(indexed, { slots, view });
  return view;
}

/**
 * Units by discipline, and those that no rule turns away whatever the wish also by the labels of the rules. Knows no rule:
 * what it leaves out is what they declared.
 */
export class Shelves {
  private readonly grids = new Map<string, UnitGrid<IndexedUnit>>();
  private readonly readyOf = new Map<string, number>();
  private readonly shelves: readonly Shelf[];

  constructor(private readonly rules: readonly SelectionRule[]) {
    this.shelves = rules.flatMap(({ shelf }) => shelf ?? []);
  }

  add(unit: IndexedUnit): void {
    const view = viewOf(unit);
    for (const key of this.keysOf(view)) this.grid(key).add(unit);
    this.countReady(view, 1);
  }

  /** Takes out a unit that is as it was when it was added. */
  remove(unit: IndexedUnit): void {
    const view = viewOf(unit);
    for (const key of this.keysOf(view)) this.grid(key).remove(unit);
    this.countReady(view, -1);
  }

  /** Notes which places of a unit are taken. */
  occupy(unit: IndexedUnit, slots: readonly number[]): void {
    const [before, after] = [viewOf(unit), { ...viewOf(unit), active: slots.length }];
    const [left, entered] = [this.keysOf(before), this.keysOf(after)];
    unit.slots = slots;
    for (const key of left) if (!entered.includes(key)) this.grid(key).remove(unit);
    for (const key of entered) if (!left.includes(key)) this.grid(key).add(unit);
    this.countReady(before, -1);
    this.countReady(after, 1);
  }

  /** Units of a discipline that no rule turns away whatever the wish. */
  ready(discipline: string): number {
    return this.readyOf.get(discipline) ?? 0;
  }

  /** Every unit of a discipline. */
  everyone(discipline: string): UnitGrid<IndexedUnit> {
    return this.grid(discipline);
  }

  /** Where units are that these rules may let pass, lowest floor first. */
  levels(wish: Wish, rules: readonly SelectionRule[]): Level[] {
    const { discipline } = wish;
    const foreign = this.rules.filter((rule) => !rules.includes(rule));
    if (foreign.some(({ shelf }) => shelf)) return [{ floor: 0, shelves: [this.grid(discipline)] }];
    const readiness = foreign.some(({ ready }) => ready) ? [READY, UNREADY] : [READY];
    let found = [{ floor: 0, keys: readiness.map((state) => `${discipline}${state}`) }];
    for (const shelf of this.shelves) {
      found = found.flatMap(({ floor, keys }) =>
        shelf.tiers(wish).map(({ rank, labels }) => ({ floor: floor + rank, keys: joined(keys, labels) })),
      );
    }
    const floors = [...new Set(found.map(({ floor }) => floor))].sort((a, b) => a - b);
    return floors.map((floor) => ({
      floor,
      shelves: found.flatMap((each) =>
        each.floor === floor ? each.keys.flatMap((key) => this.grids.get(key) ?? []) : [],
      ),
    }));
  }

  /** Keys of the grids that hold a unit: its discipline's, and one for each choice of a label per rule. */
  private keysOf(view: UnitView): string[] {
    let keys = [`${view.discipline}${this.isReady(view) ? READY : UNREADY}`];
    for (const shelf of this.shelves) keys = joined(keys, shelf.labels(view));
    keys.push(view.discipline);
    return keys;
  }

  private isReady(view: UnitView): boolean {
    return this.rules.every((rule) => rule.ready?.(view) ?? true);
  }

  private countReady(view: UnitView, by: 1 | -1): void {
    if (this.isReady(view)) this.readyOf.set(view.discipline, this.ready(view.discipline) + by);
  }

  private grid(key: string): UnitGrid<IndexedUnit> {
    let grid = this.grids.get(key);
    if (!grid) this.grids.set(key, (grid = new UnitGrid()));
    return grid;
  }
}

const READY = '|ready';
const UNREADY = '|unready';

const joined = (keys: readonly string[], labels: readonly string[]): string[] =>
  keys.flatMap((key) => labels.map((label) => `${key}|${label}`));
