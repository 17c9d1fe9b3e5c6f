import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres } from '#domain-kit';
import { byDistance, UnitGrid, type Located } from './unit-grid.js';

/** Things in a square of so many degrees, more than are simply sorted; at another latitude each time. */
const crowds = fc
  .tuple(fc.constantFrom(0.1, 0.5, 2, 30), fc.double({ min: -60, max: 55, noNaN: true }))
  .chain(([degrees, south]) => {
    const spot = fc.record({
      longitude: fc.double({ min: 100, max: 100 + degrees, noNaN: true }),
      latitude: fc.double({ min: south, max: Math.min(80, south + degrees), noNaN: true }),
    });
    return fc.record({ spots: fc.array(spot, { minLength: 65, maxLength: 300, size: 'max' }), from: spot });
  });

describe('UnitGrid', () => {
  it('reads everything that is left in the order of distance, wherever one stands', () => {
    fc.assert(
      fc.property(crowds, fc.nat(40), ({ spots, from }, gone) => {
        const things = spots.map((at, n): Located => ({ ...at, id: `T${String(n).padStart(3, '0')}` }));
        const grid = new UnitGrid<Located>();
        for (const each of things) grid.add(each);
        for (const each of things.slice(0, gone)) grid.remove(each);
        const place = { lon: from.longitude, lat: from.latitude };
        const sorted = things
          .slice(gone)
          .map((what) => ({
            what,
            distanceM: Math.round(distanceMetres({ lon: what.longitude, lat: what.latitude }, place)),
          }))
          .sort(byDistance);
        expect([...UnitGrid.nearest([grid], from)]).toEqual(sorted);
        expect(grid.size).toBe(sorted.length);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses to take out what is not there', () => {
    expect(() => new UnitGrid<Located>().remove({ id: 'T', longitude: 0, latitude: 0 })).toThrow('T is not here');
  });
});
