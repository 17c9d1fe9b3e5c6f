import type { SeedJurisdiction } from '../../../../intake/src/use-cases/seed-directory.js';

const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** Three invented beats, drawn as rectangles side by side. */
export const demoJurisdictions: readonly SeedJurisdiction[] = [
  { code: 'HB', name: '湖滨示范辖区', district: '320412', zone: 'urban', outline: box(119.86, 31.64, 119.94, 31.74) },
  {
    code: 'YQ',
    name: '园区示范辖区',
    district: '320412',
    zone: 'suburban',
    outline: box(119.94, 31.64, 120.02, 31.74),
  },
  { code: 'DG', name: '东港示范辖区', district: '320412', zone: 'rural', outline: box(120.02, 31.64, 120.1, 31.74) },
];
