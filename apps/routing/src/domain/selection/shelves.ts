import type { IndexedUnit } from './indexed-unit.js';
import type { SelectionRule, Shelf } from './rule.js';
import { UnitGrid } from './unit-grid.js';
import type { UnitView, Wish } from './unit-view.js';

/** Shelves of one wish whose units rank at least so high, by their keys. */
export interface Level {
  readonly floor: number;
  readonly keys: readonly string[];
}

/** Where a unit lies. */
interface Kept {
  readonly keys: readonly string[];
  readonly ready: boolean;
}

/**
 * Units by discipline, and those that no rule turns away whatever the wish also by the labels of the rules. Knows no rule:
 * what it leaves out is what they declared.
 */
export class Shelves {
  private readonly grids = new Map<string, UnitGrid<IndexedUnit>>();
  private readonly kept = new Map<IndexedUnit, Kept>();
  private readonly readyOf = new Map<string, number>();
  private readonly shelves: readonly Shelf[];
  /** What {@link statesFor} said of a list of rules. */
  private readonly states = new WeakMap<readonly SelectionRule[], readonly string[] | 'any'>();

  constructor(private readonly rules: readonly SelectionRule[]) {
    this.shelves = rules.flatMap(({ shelf }) => shelf ?? []);
  }

  add(unit: IndexedUnit): void {
    const kept = this.placeOf(unit);
    for (const key of kept.keys) this.grid(key).add(unit);
    this.kept.set(unit, kept);
    if (kept.ready) this.countReady(unit, 1);
  }

  /** Takes out a unit that was added. */
  remove(unit: IndexedUnit): void {
    const { keys, ready } = this.keptOf(unit);
    for (const key of keys) this.grid(key).remove(unit);
    this.kept.delete(unit);
    if (ready) this.countReady(unit, -1);
  }

  /** Notes which places of a unit are taken. */
  occupy(unit: IndexedUnit, slots: readonly number[]): void {
    const before = this.keptOf(unit);
    unit.slots = slots;
    const after = this.placeOf(unit);
    for (const key of before.keys) if (!after.keys.includes(key)) this.grid(key).remove(unit);
    for (const key of after.keys) if (!before.keys.includes(key)) this.grid(key).add(unit);
    this.kept.set(unit, after);
    if (after.ready !== before.ready) this.countReady(unit, after.ready ? 1 : -1);
  }

  /** Units of a discipline that no rule turns away whatever the wish. */
  ready(discipline: string): number {
    return this.readyOf.get(discipline) ?? 0;
  }

  /** Where units are that these rules may let pass, lowest floor first. */
  levels(wish: Wish, rules: readonly SelectionRule[]): Level[] {
    const { discipline } = wish;
    const states = this.statesFor(rules);
    if (states === 'any') return [{ floor: 0, keys: [discipline] }];
    let found: Level[] = [{ floor: 0, keys: states.map((state) => `${discipline}${state}`) }];
    for (const shelf of this.shelves) {
      const tiers = shelf.tiers(wish);
      found = found.flatMap(({ floor, keys }) =>
        tiers.map(({ rank, labels }) => ({ floor: floor + rank, keys: joined(keys, labels) })),
      );
    }
    const byFloor = new Map<number, string[]>();
    for (const { floor, keys } of found) byFloor.set(floor, [...(byFloor.get(floor) ?? []), ...keys]);
    return [...byFloor].map(([floor, keys]) => ({ floor, keys })).sort((a, b) => a.floor - b.floor);
  }

  /** What lies on the shelves with these keys; every unit of a discipline under its own name. */
  at(keys: readonly string[]): UnitGrid<IndexedUnit>[] {
    return keys.flatMap((key) => this.grids.get(key) ?? []);
  }

  /**
   * The states of units that these rules may let pass: where one that does not count would have turned units away they are
   * looked at too. `any`: one that does not count keeps shelves, which then lead nowhere.
   */
  private statesFor(rules: readonly SelectionRule[]): readonly string[] | 'any' {
    let states = this.states.get(rules);
    if (states === undefined) {
      const foreign = this.rules.filter((rule) => !rules.includes(rule));
      const both = foreign.some(({ ready }) => ready);
      states = foreign.some(({ shelf }) => shelf) ? 'any' : both ? [READY, UNREADY] : [READY];
      this.states.set(rules, states);
    }
    return states;
  }

  /** Keys of the grids for a unit: its discipline's, and one for each choice of a label per rule. */
  private placeOf(unit: UnitView): Kept {
    const ready = this.rules.every((rule) => rule.ready?.(unit) ?? true);
    let keys = [`${unit.discipline}${ready ? READY : UNREADY}`];
    for (const shelf of this.shelves) keys = joined(keys, shelf.labels(unit));
    keys.push(unit.discipline);
    return { keys, ready };
  }

  private countReady({ discipline }: UnitView, by: 1 | -1): void {
    this.readyOf.set(discipline, this.ready(discipline) + by);
  }

  private keptOf(unit: IndexedUnit): Kept {
    const kept = this.kept.get(unit);
    if (!kept) throw new Error(`${unit.id} is not here`);
    return kept;
  }

  private grid(key: string): UnitGrid<IndexedUnit> {
    let grid = this.grids.get(key);
    if (!grid) this.grids.set(key, (grid = new UnitGrid()));
    return grid;
  }
}

const READY = '|ready';
const UNREADY = '|unready';

function joined(keys: readonly string[], labels: readonly string[]): string[] {
  const all: string[] = [];
  for (const key of keys) for (const label of labels) all.push(`${key}|${label}`);
  return all;
}
