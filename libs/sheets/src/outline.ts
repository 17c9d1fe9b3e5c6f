import module from 'gcoord';
import type { GeoPoint, Texts } from '#domain-kit';
import { MOST_CORNERS } from './limits.js';
import { axesSwapped, geometryRefused } from './refusals.js';

/** The corners of an area, `[longitude, latitude]`; the last one joins the first, repeated or not. */
export type Outline = readonly (readonly [longitude: number, latitude: number])[];

/** Coordinate systems that files may be in. WGS-84 is what is kept. */
export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/** A CommonJS package: what its types call the default is all of it. */
const gcoord = module as unknown as typeof module.default;
const SYSTEMS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 };
/** Decimals kept of converted degrees: a centimetre, which is more than the conversion knows. */
const DECIMALS = 7;

/** A point in WGS-84. */
export function toWgs84([lon, lat]: readonly [number, number], system: CoordinateSystem): [number, number] {
  if (system === 'wgs84') return [lon, lat];
  const [x = lon, y = lat] = gcoord.transform([lon, lat], SYSTEMS[system], gcoord.WGS84);
  return [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];
}

/** Whether a pair reads like latitude and longitude of a place in or around China, in the wrong order. */
export const looksSwapped = (lon: number, lat: number): boolean => lon >= 3 && lon <= 54 && lat >= 73 && lat <= 136;

/**
 * The outline that a GeoJSON geometry draws: one polygon without holes, its corners counter-clockwise as RFC 7946 has them, the
 * first one not repeated. Throws 422 `import.geometry` and `import.axes-swapped`.
 */
export function outlineOf(geometry: unknown, system: CoordinateSystem): Outline {
  const corners = ringOf(geometry).map(pointOf);
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.some(([lon, lat]) => looksSwapped(lon, lat))) throw axesSwapped();
  if (first && last && (first[0] !== last[0] || first[1] !== last[1]))
    throw refused('外环没有闭合：首尾两点应相同', 'the ring is not closed: its last corner must be its first');
  const ring = normalOutline(corners.map((corner) => toWgs84(corner, system)));
  if (ring.length < 3) throw refused('面至少要有三个不同的顶点', 'an area has three different corners at least');
  if (ring.length > MOST_CORNERS)
    throw refused(
      `顶点不得超过 ${MOST_CORNERS} 个，请先抽稀`,
      `it may have ${MOST_CORNERS} corners at most; simplify it`,
    );
  const crossing = selfCrossing(ring);
  if (crossing) throw refused(`边界自相交，在 ${crossing} 附近`, `the outline crosses itself near ${crossing}`);
  return ring;
}

/** One way to write an outline: open, without repeated corners in a row, counter-clockwise, beginning where it began. */
export function normalOutline(outline: Outline): Outline {
  const ring = outline.filter(([lon, lat], at) => {
    const before = outline.at(at - 1);
    return at === 0 || before?.[0] !== lon || before[1] !== lat;
  });
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length > 1 && first && first[0] === last?.[0] && first[1] === last[1]) ring.pop();
  const [start, ...rest] = ring;
  return start && signedArea(ring) < 0 ? [start, ...rest.reverse()] : ring;
}

/** The corners of an outline as points. */
export const pointsOf = (outline: Outline): GeoPoint[] => outline.map(([lon, lat]) => ({ lon, lat }));

const refused = (zh: string, en: string) => geometryRefused({ why: { zh, en } satisfies Texts });

function ringOf(geometry: unknown): unknown[] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const polygons: unknown[] = type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : [coordinates];
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    throw refused(`应为面（Polygon），实为 ${shown(type)}`, `must be a polygon, is ${shown(type)}`);
  if (polygons.length > 1)
    throw refused(
      `由 ${polygons.length} 块组成；请每块各成一个要素，各有代码，单位可以管辖几个代码`,
      `it has ${polygons.length} parts; make a feature with a code of its own of each, a unit may have several`,
    );
  const rings: unknown = polygons[0];
  if (!Array.isArray(rings) || !Array.isArray(rings[0])) throw refused('没有坐标', 'it has no coordinates');
  if (rings.length > 1)
    throw refused(
      `有 ${rings.length - 1} 个洞；辖区不能有洞，请沿缝切开`,
      `it has ${rings.length - 1} holes; areas have none, cut it open along a seam`,
    );
  return rings[0];
}

const shown = (type: unknown): string => (typeof type === 'string' ? type.slice(0, 30) : '?');

function pointOf(position: unknown): [number, number] {
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number')
    throw refused('有顶点不是 [经度, 纬度]', 'a corner is not [longitude, latitude]');
  const off = Math.abs(lon) > 180 || Math.abs(lat) > 90;
  if (off && !looksSwapped(lon, lat))
    throw refused(
      '顶点不是经纬度；投影坐标请先转换',
      'a corner is no longitude and latitude; projected coordinates have to be converted before',
    );
  return [lon, lat];
}

function signedArea(ring: Outline): number {
  return ring.reduce((sum, [lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    return sum + lon * nextLat - nextLon * lat;
  }, 0);
}

type Corner = Outline[number];
type Edge = readonly [Corner, Corner];

/** Where an outline crosses or touches itself; undefined where it does not. */
function selfCrossing(ring: Outline): string | undefined {
  const edges = ring.map((from, at): Edge => [from, ring[(at + 1) % ring.length] ?? from]);
  for (const [at, one] of edges.entries()) {
    for (let other = at + 2; other < edges.length; other += 1) {
      const joined = at === 0 && other === edges.length - 1;
      const edge = edges[other];
      if (edge && !joined && crossing(one, edge)) return edge[0].join(', ');
    }
  }
  return undefined;
}

function crossing([a, b]: Edge, [c, d]: Edge): boolean {
  if (apart(a[0], b[0], c[0], d[0]) || apart(a[1], b[1], c[1], d[1])) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

const apart = (a: number, b: number, c: number, d: number): boolean =>
  Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);

const side = (a: Corner, b: Corner, c: Corner): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
