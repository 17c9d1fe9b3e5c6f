/** A place on earth in degrees (WGS-84). */
export interface GeoPoint {
  readonly lon: number;
  readonly lat: number;
}

/** Smallest box of meridians and parallels around something, in degrees. */
export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A closed ring; the last point joins the first, repeated or not. */
export type Ring = readonly GeoPoint[];

/** Mean earth radius in metres (IUGG R1). */
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres. */
export function distanceMetres(a: GeoPoint, b: GeoPoint): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether `point` lies inside `ring` (even-odd rule; points on the south and west edges count as inside). */
export function pointInPolygon(point: GeoPoint, ring: Ring): boolean {
  let inside = false;
  let before = ring[ring.length - 1];
  for (const corner of ring) {
    if (before && crosses(point, before, corner)) inside = !inside;
    before = corner;
  }
  return inside;
}

/** Degrees from an edge that still count as on it: a hundredth of a millimetre. */
const EDGE_DEGREES = 1e-10;

/** Whether `point` lies on the outline of `ring`, corners included. */
export function onEdge(point: GeoPoint, ring: Ring): boolean {
  return ring.some((corner, at) => isBetween(point, ring.at(at - 1) ?? corner, corner));
}

function isBetween(point: GeoPoint, a: GeoPoint, b: GeoPoint): boolean {
  const [across, up] = [b.lon - a.lon, b.lat - a.lat];
  const length = Math.hypot(across, up);
  const [dx, dy] = [point.lon - a.lon, point.lat - a.lat];
  if (length === 0) return Math.hypot(dx, dy) <= EDGE_DEGREES;
  const along = (dx * across + dy * up) / length;
  const beside = Math.abs(dx * up - dy * across) / length;
  return beside <= EDGE_DEGREES && along >= -EDGE_DEGREES && along <= length + EDGE_DEGREES;
}

function crosses(point: GeoPoint, a: GeoPoint, b: GeoPoint): boolean {
  if (a.lat > point.lat === b.lat > point.lat) return false;
  return point.lon < ((b.lon - a.lon) * (point.lat - a.lat)) / (b.lat - a.lat) + a.lon;
}

/** The box around `points`; undefined when there are none. */
export function boundingBox(points: readonly GeoPoint[]): BoundingBox | undefined {
  const first = points[0];
  if (!first) return undefined;
  return points.reduce<BoundingBox>((box, point) => stretch(box, point), boxAt(first));
}

/** Whether `point` lies in `box`, edges included. */
export function inBox({ lon, lat }: GeoPoint, box: BoundingBox): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

function boxAt({ lon, lat }: GeoPoint): BoundingBox {
  return { west: lon, south: lat, east: lon, north: lat };
}

function stretch(box: BoundingBox, { lon, lat }: GeoPoint): BoundingBox {
  return {
    west: Math.min(box.west, lon),
    south: Math.min(box.south, lat),
    east: Math.max(box.east, lon),
    north: Math.max(box.north, lat),
  };
}
