import { distanceMetres } from '#domain-kit';
import type { Candidate, UnitSource, UnitView, Wish } from './unit-view.js';

/** Side of a grid cell in degrees: about 2 km. */
const CELL = 0.02;
/** Up to this many units of a discipline a plain scan beats the grid. */
const SCAN = 64;

/** A unit with the numbers of the assignments it holds: 1 to its capacity. */
export interface IndexedUnit extends Omit<UnitView, 'active'> {
  readonly slots: Set<number>;
}

/** A unit as far as choosing a shortlist needs it: hundreds are looked at for the five that are explained. */
interface Near {
  readonly unit: IndexedUnit;
  readonly distanceM: number;
  readonly usable: boolean;
  readonly own: boolean;
}

interface DisciplineIndex {
  readonly units: Map<string, IndexedUnit>;
  readonly cells: Map<number, Set<IndexedUnit>>;
  readonly byJurisdiction: Map<string, Set<IndexedUnit>>;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** All units in memory, by discipline, place and jurisdiction. It proposes; the database decides. */
export class UnitIndex {
  private readonly units = new Map<string, IndexedUnit>();
  private readonly disciplines = new Map<string, DisciplineIndex>();

  /** Adds a unit or replaces what is known of it. */
  put(unit: IndexedUnit): void {
    this.remove(unit.id);
    this.units.set(unit.id, unit);
    const index = this.disciplineOf(unit.discipline);
    index.units.set(unit.id, unit);
    const [x, y] = cellOf(unit.longitude, unit.latitude);
    add(index.cells, keyOf(x, y), unit);
    for (const code of unit.jurisdictions) add(index.byJurisdiction, code, unit);
    index.west = Math.min(index.west, x);
    index.east = Math.max(index.east, x);
    index.south = Math.min(index.south, y);
    index.north = Math.max(index.north, y);
  }

  get(id: string): IndexedUnit | undefined {
    return this.units.get(id);
  }

  /** Whether any unit of a discipline is on duty with a place left. */
  hasFree(discipline: string): boolean {
    for (const { duty, slots, capacity } of this.disciplines.get(discipline)?.units.values() ?? []) {
      if (duty === 'on_duty' && slots.size < capacity) return true;
    }
    return false;
  }

  /** Every unit. */
  all(): Iterable<IndexedUnit> {
    return this.units.values();
  }

  /** The index as one decision sees it: with the places it gave out and took back so far. */
  places(): Places {
    return new Places(this);
  }

  /** Candidates for a wish, usable ones first, with occupancy as `places` has it. */
  candidates(wish: Wish, most: number, places: Places): Candidate[] {
    const index = this.disciplines.get(wish.discipline);
    if (!index) return [];
    const place = { lon: wish.place.longitude, lat: wish.place.latitude };
    const jurisdiction = wish.place.jurisdiction ?? '';
    const found = new Map<IndexedUnit, Near>();
    const look = (unit: IndexedUnit): boolean => {
      const known = found.get(unit);
      if (known) return known.usable;
      const near = {
        unit,
        distanceM: Math.round(distanceMetres({ lon: unit.longitude, lat: unit.latitude }, place)),
        usable: usable(unit, places.occupied(unit).size, wish),
        own: unit.jurisdictions.includes(jurisdiction),
      };
      found.set(unit, near);
      return near.usable;
    };
    for (const unit of index.byJurisdiction.get(jurisdiction) ?? []) look(unit);
    if (index.units.size > SCAN) lookAround(index, wish, most, look);
    else for (const unit of index.units.values()) look(unit);
    return shortlist([...found.values()], most, wish).map(({ unit, distanceM }) => ({
      unit: { ...unit, active: places.occupied(unit).size },
      distanceM,
    }));
  }

  private remove(id: string): void {
    const before = this.units.get(id);
    if (!before) return;
    const index = this.disciplineOf(before.discipline);
    index.units.delete(id);
    const [x, y] = cellOf(before.longitude, before.latitude);
    index.cells.get(keyOf(x, y))?.delete(before);
    for (const code of before.jurisdictions) index.byJurisdiction.get(code)?.delete(before);
  }

  private disciplineOf(discipline: string): DisciplineIndex {
    let index = this.disciplines.get(discipline);
    if (!index) {
      const none = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
      index = { units: new Map(), cells: new Map(), byJurisdiction: new Map(), ...none };
      this.disciplines.set(discipline, index);
    }
    return index;
  }
}

/** Places of units that one decision takes and gives back; the index learns of them when the decision is durable. */
export class Places implements UnitSource {
  private readonly changed = new Map<string, Set<number>>();
  private readonly acts: { readonly unitId: string; readonly slot: number; readonly taken: boolean }[] = [];

  constructor(private readonly index: UnitIndex) {}

  candidates(wish: Wish, most: number): Candidate[] {
    return this.index.candidates(wish, most, this);
  }

  /** Numbers of the places of a unit that are taken. */
  occupied(unit: IndexedUnit): ReadonlySet<number> {
    return this.changed.get(unit.id) ?? unit.slots;
  }

  /** Takes the lowest free place; undefined when the unit is full. */
  take(unitId: string): number | undefined {
    const unit = this.index.get(unitId);
    if (!unit) return undefined;
    const occupied = this.occupied(unit);
    for (let slot = 1; slot <= unit.capacity; slot += 1) {
      if (occupied.has(slot)) continue;
      this.changed.set(unitId, new Set(occupied).add(slot));
      this.acts.push({ unitId, slot, taken: true });
      return slot;
    }
    return undefined;
  }

  /** Gives a place back; this decision may hand it on at once. */
  release(unitId: string, slot: number): void {
    const unit = this.index.get(unitId);
    if (!unit) return;
    const left = new Set(this.occupied(unit));
    left.delete(slot);
    this.changed.set(unitId, left);
    this.acts.push({ unitId, slot, taken: false });
  }

  /** Tells the index what the decision did; answers the units it concerns. */
  apply(): string[] {
    for (const { unitId, slot, taken } of this.acts) {
      const unit = this.index.get(unitId);
      if (taken) unit?.slots.add(slot);
      else unit?.slots.delete(slot);
    }
    return [...this.changed.keys()];
  }
}

/**
 * Looks at rings of cells around the place until enough usable units are closer than the next ring can be. `look` tells
 * whether a unit is usable.
 */
function lookAround(index: DisciplineIndex, wish: Wish, most: number, look: (unit: IndexedUnit) => boolean): void {
  const [x, y] = cellOf(wish.place.longitude, wish.place.latitude);
  const rings = Math.max(index.east - x, x - index.west, index.north - y, y - index.south, 0);
  let usableFound = 0;
  let last = rings;
  for (let ring = 0; ring <= last; ring += 1) {
    const here = ringCells(x, y, ring).flatMap((cell) => [...(index.cells.get(cell) ?? [])]);
    usableFound += here.filter(look).length;
    if (usableFound >= most && last === rings) last = Math.min(rings, Math.ceil(ring * 1.5) + 1);
  }
}

type Order = (a: Near, b: Near) => number;

const byDistance: Order = (a, b) => a.distanceM - b.distanceM;
const byPreference: Order = (a, b) =>
  Number(b.own) - Number(a.own) || byDistance(a, b) || (a.unit.id < b.unit.id ? -1 : 1);

/** The usable ones first, so that busy neighbours never crowd out a free unit; then by distance. */
function shortlist(candidates: readonly Near[], most: number, wish: Wish): Near[] {
  const ready = candidates.filter((candidate) => candidate.usable);
  const nearest = wish.priority === 'P1' ? first(ready, 1, (a, b) => byDistance(a, b) || byPreference(a, b)) : [];
  const picked = new Set([...nearest, ...first(ready, most, byPreference)].slice(0, most));
  if (picked.size === most) return [...picked];
  const others = candidates.filter((candidate) => !picked.has(candidate));
  return [...picked, ...first(others, most - picked.size, byDistance)];
}

/** The first few of an order, without sorting all the rest; equals stay in the order they came in. */
function first(candidates: readonly Near[], most: number, order: Order): Near[] {
  const kept: Near[] = [];
  for (const candidate of candidates) {
    let at = kept.length;
    for (let before = kept[at - 1]; before && order(candidate, before) < 0; before = kept[at - 1]) at -= 1;
    if (at === most) continue;
    kept.splice(at, 0, candidate);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

const usable = (unit: IndexedUnit, active: number, { excluded, place }: Wish): boolean =>
  unit.duty === 'on_duty' &&
  active < unit.capacity &&
  !excluded.has(unit.id) &&
  (unit.districts.length === 0 || unit.districts.includes(place.district));

const cellOf = (longitude: number, latitude: number): [number, number] => [
  Math.floor(longitude / CELL),
  Math.floor(latitude / CELL),
];

/** A cell as one number: more than 10,000 cells lie between the farthest two longitudes, never a million. */
const keyOf = (x: number, y: number): number => x * 1_000_000 + y;

/** Keys of the cells at the edge of a square around a cell. */
function ringCells(x: number, y: number, ring: number): number[] {
  if (ring === 0) return [keyOf(x, y)];
  const cells: number[] = [];
  for (let dx = -ring; dx <= ring; dx += 1) cells.push(keyOf(x + dx, y - ring), keyOf(x + dx, y + ring));
  for (let dy = 1 - ring; dy < ring; dy += 1) cells.push(keyOf(x - ring, y + dy), keyOf(x + ring, y + dy));
  return cells;
}

function add<K, T>(map: Map<K, Set<T>>, key: K, value: T): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
