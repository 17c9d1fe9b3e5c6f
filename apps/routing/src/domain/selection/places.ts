import { IndexedUnit } from './indexed-unit.js';
import type { SelectionRule } from './rule.js';
import { Shelves } from './shelves.js';
import { UnitGrid, type Near } from './unit-grid.js';
import type { UnitIndex } from './unit-index.js';
import type { Offer, UnitSource } from './unit-source.js';
import type { Candidate, Place, Wish } from './unit-view.js';

interface PlaceAct {
  readonly unitId: string;
  readonly slot: number;
  readonly taken: boolean;
}

/** Places of units that one decision takes and gives back; the index learns of them when the decision is durable. */
export class Places implements UnitSource {
  /** Units whose places this decision changed, as it sees them; they stand in for those of the index. */
  private readonly changed = new Map<string, IndexedUnit>();
  private readonly shelves: Shelves;
  private readonly acts: PlaceAct[] = [];

  constructor(private readonly index: UnitIndex) {
    this.shelves = new Shelves(index.rules);
  }

  *offers(wish: Wish, rules: readonly SelectionRule[]): Generator<Offer> {
    const offered = new Set<string>();
    for (const { floor, keys } of this.index.shelves.levels(wish, rules)) {
      for (const { what, distanceM } of this.lying(keys, wish.place)) {
        if (offered.has(what.id)) continue;
        offered.add(what.id);
        yield { candidate: { unit: what, distanceM }, floor };
      }
    }
  }

  *nearest({ discipline, place }: Wish): Generator<Candidate> {
    for (const { what, distanceM } of this.lying([discipline], place)) yield { unit: what, distanceM };
  }

  /** Takes the lowest free place; undefined when the unit is full. */
  take(unitId: string): number | undefined {
    const unit = this.seen(unitId);
    if (!unit) return undefined;
    const taken = new Set(unit.slots);
    let slot = 1;
    while (taken.has(slot)) slot += 1;
    if (slot > unit.capacity) return undefined;
    this.act({ unitId, slot, taken: true });
    return slot;
  }

  /** Gives a place back; this decision may hand it on at once. */
  release(unitId: string, slot: number): void {
    this.act({ unitId, slot, taken: false });
  }

  /** Tells the index what the decision did; answers the units it concerns. */
  apply(): string[] {
    for (const act of this.acts) {
      const unit = this.index.get(act.unitId);
      if (unit) this.index.occupy(act.unitId, after(unit.slots, act));
    }
    return [...this.changed.keys()];
  }

  private seen(unitId: string): Readonly<IndexedUnit> | undefined {
    return this.changed.get(unitId) ?? this.index.get(unitId);
  }

  private act(act: PlaceAct): void {
    this.acts.push(act);
    const known = this.changed.get(act.unitId);
    if (known) return this.shelves.occupy(known, after(known.slots, act));
    const unit = this.index.get(act.unitId);
    if (!unit) return;
    const changed = new IndexedUnit(unit, after(unit.slots, act));
    this.changed.set(changed.id, changed);
    this.shelves.add(changed);
  }

  /** What lies on shelves, those of this decision included; it hides what it changed of the index. */
  private lying(keys: readonly string[], place: Place): Generator<Near<IndexedUnit>> {
    const [known, own] = [this.index.shelves.at(keys), this.shelves.at(keys)];
    const outdated = (unit: IndexedUnit): boolean => (this.changed.get(unit.id) ?? unit) !== unit;
    return UnitGrid.nearest([...known, ...own], place, this.changed.size > 0 ? outdated : undefined);
  }
}

function after(slots: readonly number[], { slot, taken }: PlaceAct): readonly number[] {
  const others = slots.filter((each) => each !== slot);
  return taken ? [...others, slot] : others;
}
