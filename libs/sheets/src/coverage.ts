import { boundingBox, pointInPolygon, type BoundingBox, type GeoPoint, type Texts } from '#domain-kit';
import { pointsOf, type Outline } from './outline.js';

/** Cells of the grid that is laid over a map, each way. What is smaller than a cell is not seen. */
const CELLS = 200;

/** An area of a map by its code. */
export interface CodedOutline {
  readonly code: string;
  readonly outline: Outline;
}

/** Which areas lie over each other, and where there is ground between areas that belongs to none; told, never refused. */
export function coverageNotes(areas: readonly CodedOutline[]): Texts[] {
  const shapes = areas.map(({ code, outline }) => {
    const ring = pointsOf(outline);
    return { code, ring, box: boundingBox(ring) };
  });
  const ground = boundingBox(shapes.flatMap(({ ring }) => ring));
  if (!ground) return [];
  const grid = gridOver(ground);
  const holders = Array.from({ length: CELLS * CELLS }, (): string[] => []);
  for (const { code, ring, box } of shapes) {
    for (const at of box ? grid.cellsIn(box) : []) if (pointInPolygon(grid.centre(at), ring)) holders[at]?.push(code);
  }
  return [...overlaps(holders), ...gaps(holders, grid.centre)];
}

/** The cells over a ground, by number from its south-west corner on. */
function gridOver({ west, south, east, north }: BoundingBox) {
  const [width, height] = [(east - west) / CELLS, (north - south) / CELLS];
  const across = (lon: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor((lon - west) / width)));
  const up = (lat: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor((lat - south) / height)));
  return {
    centre: (at: number): GeoPoint => ({
      lon: west + ((at % CELLS) + 0.5) * width,
      lat: south + (Math.floor(at / CELLS) + 0.5) * height,
    }),
    *cellsIn(box: BoundingBox): Iterable<number> {
      for (let y = up(box.south); y <= up(box.north); y += 1) {
        for (let x = across(box.west); x <= across(box.east); x += 1) yield y * CELLS + x;
      }
    },
  };
}

function overlaps(holders: readonly (readonly string[])[]): Texts[] {
  const pairs = new Set(
    holders.filter((codes) => codes.length > 1).map((codes) => codes.slice(0, 2).sort().join(' / ')),
  );
  return [...pairs].map((pair) => ({
    zh: `辖区重叠：${pair}；重叠处归代码在前的`,
    en: `areas overlap: ${pair}; the first by code has what both hold`,
  }));
}

/** Ground that belongs to nobody and does not reach the edge of the map. */
function gaps(holders: readonly (readonly string[])[], centre: (at: number) => GeoPoint): Texts[] {
  const free = new Set(holders.flatMap((codes, at) => (codes.length === 0 ? [at] : [])));
  const found: Texts[] = [];
  for (const start of free) {
    if (takeConnected(start, free).some(onRim)) continue;
    const { lon, lat } = centre(start);
    const near = `${lon.toFixed(4)}, ${lat.toFixed(4)}`;
    found.push({ zh: `辖区之间有空白，在 ${near} 附近`, en: `ground between the areas belongs to none, near ${near}` });
  }
  return found;
}

/** The free cells that hang together with one; they are free no more. */
function takeConnected(start: number, free: Set<number>): number[] {
  const taken: number[] = [];
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!free.delete(at)) continue;
    taken.push(at);
    waiting.push(...beside(at));
  }
  return taken;
}

const onRim = (at: number): boolean =>
  [0, CELLS - 1].includes(at % CELLS) || [0, CELLS - 1].includes(Math.floor(at / CELLS));

/** Beside a cell; from the end of a line to the beginning of the next one both lie on the rim, and make no difference. */
const beside = (at: number): number[] => [at - 1, at + 1, at - CELLS, at + CELLS];
