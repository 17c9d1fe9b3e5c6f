import { describe, expect, it } from '@jest/globals';
import { isFar } from './reach.js';

/** About Wujin. */
const GROUND = { west: 119.7, south: 31.5, east: 120.2, north: 31.9 };

describe('a point', () => {
  it.each([
    ['in the middle', 119.95, 31.7, false],
    ['in the next city', 120.55, 31.7, false],
    ['just within the margin', 120.72, 31.7, false],
    ['beyond it to the east', 120.74, 31.7, true],
    ['beyond it to the north', 119.95, 32.36, true],
    ['in another city', 121.47, 31.23, true],
    ['of nobody who typed one', 0, 0, true],
    ['with the sign wrong', -119.95, 31.7, true],
    ['on another continent', -74, 40.7, true],
  ])('%s', (_where, lon, lat, far) => {
    expect(isFar({ lon, lat }, GROUND)).toBe(far);
  });

  it('lies in the country at least where no jurisdiction is known', () => {
    expect(isFar({ lon: 104, lat: 30.6 }, undefined)).toBe(false);
    expect(isFar({ lon: 0, lat: 0 }, undefined)).toBe(true);
  });
});
