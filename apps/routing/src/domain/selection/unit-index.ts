import type { IndexedUnit } from './indexed-unit.js';
import type { SelectionRule } from './rule.js';
import { Shelves } from './shelves.js';

/** All units in memory, on the shelves of the rules. It proposes; the database decides. */
export class UnitIndex {
  readonly shelves: Shelves;
  private readonly units = new Map<string, IndexedUnit>();

  constructor(readonly rules: readonly SelectionRule[]) {
    this.shelves = new Shelves(rules);
  }

  get(id: string): Readonly<IndexedUnit> | undefined {
    return this.units.get(id);
  }

  /** Adds a unit or replaces what is known of it. */
  put(unit: IndexedUnit): void {
    const before = this.units.get(unit.id);
    if (before) this.shelves.remove(before);
    this.units.set(unit.id, unit);
    this.shelves.add(unit);
  }

  /** Notes which places of a unit are taken; of a unit that is not known, nothing. */
  occupy(id: string, slots: readonly number[]): void {
    const unit = this.units.get(id);
    if (unit) this.shelves.occupy(unit, slots);
  }
}
