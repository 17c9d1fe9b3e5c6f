import { describe, expect, it } from '@jest/globals';
import { standIn, type Ground, type Site } from './stand-in.js';

const box = (west: number, east: number): [number, number][] => [
  [west, 31.64],
  [east, 31.64],
  [east, 31.74],
  [west, 31.74],
];
const GROUNDS: Ground[] = [
  { name: '湖滨派出所', outline: box(119.86, 119.94) },
  { name: '东港派出所', outline: box(120.02, 120.1) },
  { name: '东港北派出所', outline: box(120.1, 120.2) },
];
const SITE: Site = { address: '东港物流园3号库', point: { lon: 120.058, lat: 31.682 } };
const rounded = (address: string, site?: Site, grounds = GROUNDS) => {
  const found = standIn(address, site, grounds);
  return found && [found.precision, Number(found.point.lon.toFixed(3)), Number(found.point.lat.toFixed(3))];
};

describe('a point for an address that came without one', () => {
  it('is the enterprise’s own for the registered address, and verified', () => {
    expect(rounded(' 东港物流园3号库 ', SITE)).toEqual(['exact', 120.058, 31.682]);
  });

  it('lies in the town that a changed address names, not at the enterprise', () => {
    expect(rounded('湖滨大道300号（二分厂）', SITE)).toEqual(['town', 119.9, 31.69]);
    expect(rounded('东港北路8号', undefined)).toEqual(['town', 120.15, 31.69]);
  });

  it('falls back to the enterprise, then to the centre’s ground, then to nothing', () => {
    expect(rounded('高速入口', SITE)).toEqual(['site', 120.058, 31.682]);
    expect(rounded('高速入口')).toEqual(['unknown', 120.03, 31.69]);
    expect(rounded('高速入口', undefined, [])).toBeUndefined();
  });
});
