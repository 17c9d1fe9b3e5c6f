import { inBox, type BoundingBox, type GeoPoint } from '#domain-kit';

/**
 * Kilometres beyond the box around all jurisdictions within which a place is believed: neighbours help each other there. A
 * point farther away is a slip (0, 0; another city's) or another centre's: a person has to ask.
 */
const MARGIN_KM = 50;
const KM_PER_DEGREE = 111.2;

/** Where a centre without any jurisdiction may have its places: the box around the country. */
const COUNTRY: BoundingBox = { west: 73, south: 3, east: 136, north: 54 };

/** Whether a point is too far from the centre's ground to be believed; `ground` is the box around its jurisdictions. */
export const isFar = (point: GeoPoint, ground: BoundingBox | undefined): boolean =>
  !inBox(point, ground ? widened(ground) : COUNTRY);

function widened({ west, south, east, north }: BoundingBox): BoundingBox {
  const up = MARGIN_KM / KM_PER_DEGREE;
  const across = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return { west: west - across, south: south - up, east: east + across, north: north + up };
}
