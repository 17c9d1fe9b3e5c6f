import type { PlacePrecision } from '#contracts';
import { boundingBox, type GeoPoint } from '#domain-kit';

/** A beat as far as an address can name it. */
export interface Ground {
  readonly name: string;
  readonly outline: readonly (readonly [longitude: number, latitude: number])[];
}

/** Where the enterprise of a report has its address. */
export interface Site {
  readonly address?: string | undefined;
  readonly point: GeoPoint;
}

/** A point that stands for an address, and how far it is to be believed. */
export interface StandIn {
  readonly point: GeoPoint;
  readonly precision: PlacePrecision;
}

/** What follows the name of a town in the name of its beat. */
const OFFICE = /(派出所|警务站|警务室|辖区|责任区)+$/;

/**
 * A point for an address that came without one. The registered address has the enterprise's own point; any other is taken to
 * lie in the town that it names, else near the enterprise, else somewhere on the centre's ground. Undefined where nothing at
 * all is known.
 */
export function standIn(address: string, site: Site | undefined, grounds: readonly Ground[]): StandIn | undefined {
  if (site && site.address?.trim() === address.trim()) return { point: site.point, precision: 'exact' };
  const town = middleOf(
    grounds
      .filter(({ name }) => names(address, name))
      .sort(longerNameFirst)
      .slice(0, 1),
  );
  if (town) return { point: town, precision: 'town' };
  if (site) return { point: site.point, precision: 'site' };
  const anywhere = middleOf(grounds);
  return anywhere && { point: anywhere, precision: 'unknown' };
}

const townOf = (name: string): string => name.replace(OFFICE, '');

/** One character names nothing. */
const names = (address: string, ground: string): boolean =>
  townOf(ground).length > 1 && address.includes(townOf(ground));

const longerNameFirst = (a: Ground, b: Ground): number => townOf(b.name).length - townOf(a.name).length;

function middleOf(grounds: readonly Ground[]): GeoPoint | undefined {
  const box = boundingBox(grounds.flatMap(({ outline }) => outline.map(([lon, lat]) => ({ lon, lat }))));
  return box && { lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
}
