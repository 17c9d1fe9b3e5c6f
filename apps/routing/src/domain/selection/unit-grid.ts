import { distanceMetres } from '#domain-kit';
import type { Place } from './unit-view.js';

/** Side of a cell in degrees: about 2 km. */
const CELL = 0.02;
/** Up to this many things a plain sort beats the cells. */
const FEW = 64;

/** Something at a place. */
export interface Located extends Place {
  readonly id: string;
}

/** Something with its distance, whole metres. */
export interface Near<T> {
  readonly what: T;
  readonly distanceM: number;
}

/** Nearer first, then by code. */
export const byDistance = <T extends Located>(a: Near<T>, b: Near<T>): number =>
  a.distanceM - b.distanceM || (a.what.id < b.what.id ? -1 : 1);

/** Things by place. Made for one side of the earth: distances across the date line are not seen as short. */
export class UnitGrid<T extends Located> {
  private few: T[] = [];
  /** Takes over from `few` when that has become too many. */
  private cells: Map<number, T[]> | undefined;
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(what: T): void {
    this.count += 1;
    if (this.cells) put(this.cells, what);
    else if (this.few.push(what) > FEW) {
      this.cells = new Map();
      for (const each of this.few) put(this.cells, each);
      this.few = [];
    }
  }

  /** Takes out a thing that was added with the place it has now. */
  remove(what: T): void {
    const list = this.cells ? (this.cells.get(keyAt(what)) ?? []) : this.few;
    const at = list.indexOf(what);
    const last = list.pop();
    if (at < 0 || last === undefined) throw new Error(`${what.id} is not here`);
    if (at < list.length) list[at] = last;
    if (list.length === 0) this.cells?.delete(keyAt(what));
    this.count -= 1;
  }

  /**
   * Everything on these grids in the order of `byDistance`, looking only as far as the reader goes on reading. What is
   * `hidden` is passed over.
   */
  static *nearest<T extends Located>(
    grids: readonly UnitGrid<T>[],
    place: Place,
    hidden?: (what: T) => boolean,
  ): Generator<Near<T>> {
    const from = { lon: place.longitude, lat: place.latitude };
    let waiting: Near<T>[] = [];
    const look = (what: T): void => {
      if (hidden?.(what)) return;
      const at = { lon: what.longitude, lat: what.latitude };
      waiting.push({ what, distanceM: Math.round(distanceMetres(at, from)) });
    };
    const celled = grids.flatMap(({ cells }) => cells ?? []);
    for (const { few } of grids) few.forEach(look);
    const count = grids.reduce((sum, grid) => (grid.cells ? sum + grid.size : sum), 0);
    const [x, y] = [cellOf(place.longitude), cellOf(place.latitude)];
    let [cellsSeen, found] = [0, 0];
    // Ring by ring of cells; where these are emptier than looking at each thing is dear, all that is left at once.
    for (let ring = 0; found < count; ring += 1) {
      const keys = ringKeys(x, y, ring);
      cellsSeen += keys.length;
      if (cellsSeen > count) {
        for (const cells of celled) outside(cells, x, y, ring).forEach(look);
        break;
      }
      for (const cells of celled) found += visit(cells, keys, look);
      const beyond = leastBeyond(place, x, y, ring);
      if (!waiting.some(({ distanceM }) => distanceM < beyond)) continue;
      const [due, later]: [Near<T>[], Near<T>[]] = [[], []];
      for (const each of waiting) (each.distanceM < beyond ? due : later).push(each);
      waiting = later;
      yield* due.sort(byDistance);
    }
    yield* inBands(waiting);
  }
}

/** The order of `byDistance` without sorting what nobody reads: bands, each twice as wide. */
function* inBands<T extends Located>(unsorted: readonly Near<T>[]): Generator<Near<T>> {
  let left = unsorted;
  for (let reach = 1000; left.length > FEW; reach *= 2) {
    const limit = reach;
    yield* left.filter(({ distanceM }) => distanceM < limit).sort(byDistance);
    left = left.filter(({ distanceM }) => distanceM >= limit);
  }
  yield* [...left].sort(byDistance);
}

/** Whole metres within which nothing lies that is outside of the square of cells: to its nearest parallel or meridian. */
function leastBeyond({ longitude, latitude }: Place, x: number, y: number, ring: number): number {
  const edge = (at: number, cell: number) => Math.min(at - (cell - ring) * CELL, (cell + ring + 1) * CELL - at);
  const radians = Math.PI / 180;
  const aside = Math.min(90, edge(longitude, x)) * radians;
  const toMeridian = Math.asin(Math.cos(latitude * radians) * Math.sin(aside)) / radians;
  const degrees = Math.min(edge(latitude, y), toMeridian);
  return Math.floor(distanceMetres({ lon: 0, lat: 0 }, { lon: 0, lat: Math.max(0, degrees) }) - 0.01);
}

const cellOf = (degrees: number): number => Math.floor(degrees / CELL);

/** A cell as one number: more than 10,000 cells lie between the farthest two longitudes, never a million. */
const keyOf = (x: number, y: number): number => x * 1_000_000 + y;

const keyAt = ({ longitude, latitude }: Place): number => keyOf(cellOf(longitude), cellOf(latitude));

function put<T extends Located>(cells: Map<number, T[]>, what: T): void {
  const key = keyAt(what);
  const list = cells.get(key);
  if (list) list.push(what);
  else cells.set(key, [what]);
}

/** Looks at what lies in some cells; answers how much that was. */
function visit<T>(cells: ReadonlyMap<number, T[]>, keys: readonly number[], look: (what: T) => void): number {
  let seen = 0;
  for (const key of keys) {
    const here = cells.get(key);
    here?.forEach(look);
    seen += here?.length ?? 0;
  }
  return seen;
}

/** Things in none of the rings before this one. */
function outside<T extends Located>(cells: ReadonlyMap<number, T[]>, x: number, y: number, ring: number): T[] {
  const ringOf = ({ longitude, latitude }: Place) =>
    Math.max(Math.abs(cellOf(longitude) - x), Math.abs(cellOf(latitude) - y));
  return [...cells.values()].flatMap((list) => list.filter((what) => ringOf(what) >= ring));
}

/** Keys of the cells at the edge of a square around a cell. */
function ringKeys(x: number, y: number, ring: number): number[] {
  if (ring === 0) return [keyOf(x, y)];
  const keys: number[] = [];
  for (let dx = -ring; dx <= ring; dx += 1) keys.push(keyOf(x + dx, y - ring), keyOf(x + dx, y + ring));
  for (let dy = 1 - ring; dy < ring; dy += 1) keys.push(keyOf(x - ring, y + dy), keyOf(x + ring, y + dy));
  return keys;
}
