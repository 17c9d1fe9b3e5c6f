import type { SelectionRule } from './rule.js';
import { Shelves, viewOf, type IndexedUnit } from './shelves.js';
import type { UnitGrid, Near } from './unit-grid.js';
import { byDistance } from './unit-grid.js';
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
    const own = this.shelves.levels(wish, rules);
    const offered = new Set<string>();
    for (const [at, { floor, shelves }] of this.index.shelves.levels(wish, rules).entries()) {
      for (const each of this.merged(shelves, own[at]?.shelves ?? [], wish.place)) {
        if (offered.has(each.what.id)) continue;
        offered.add(each.what.id);
        yield { candidate: candidateOf(each), floor };
      }
    }
  }

  *nearest({ discipline, place }: Wish): Generator<Candidate> {
    const [known, own] = [this.index.shelves.everyone(discipline), this.shelves.everyone(discipline)];
    for (const each of this.merged([known], [own], place)) yield candidateOf(each);
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
    const changed = { ...unit, slots: after(unit.slots, act) };
    this.changed.set(changed.id, changed);
    this.shelves.add(changed);
  }

  /** Units of several shelves in one order; those of the index that this decision changed are passed over. */
  private *merged(
    shelves: readonly UnitGrid<IndexedUnit>[],
    own: readonly UnitGrid<IndexedUnit>[],
    place: Place,
  ): Generator<Near<IndexedUnit>> {
    const unchanged = function* (this: Places, shelf: UnitGrid<IndexedUnit>): Generator<Near<IndexedUnit>> {
      for (const each of shelf.nearest(place)) if (!this.changed.has(each.what.id)) yield each;
    };
    const readers = [
      ...shelves.map((shelf) => unchanged.call(this, shelf)),
      ...own.map((shelf) => shelf.nearest(place)),
    ];
    const heads = readers.flatMap((reader) => {
      const first = reader.next();
      return first.done ? [] : [{ reader, near: first.value }];
    });
    while (heads.length > 0) {
      const best = heads.reduce((a, b) => (byDistance(b.near, a.near) < 0 ? b : a));
      yield best.near;
      const next = best.reader.next();
      if (next.done) heads.splice(heads.indexOf(best), 1);
      else best.near = next.value;
    }
  }
}

const candidateOf = ({ what, distanceM }: Near<IndexedUnit>): Candidate => ({ unit: viewOf(what), distanceM });

function after(slots: readonly number[], { slot, taken }: PlaceAct): readonly number[] {
  const others = slots.filter((each) => each !== slot);
  return taken ? [...others, slot] : others;
}
