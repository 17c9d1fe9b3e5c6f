import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres } from '#domain-kit';
import { SELECTION_RULES } from './rules/index.js';
import { selectUnit } from './select-unit.js';
import { UnitIndex, type IndexedUnit } from './unit-index.js';
import type { Wish } from './unit-view.js';

const unit = (id: string, over: Partial<IndexedUnit> = {}): IndexedUnit => ({
  id,
  name: id,
  discipline: 'PS',
  duty: 'on_duty',
  capacity: 1,
  longitude: 119.94,
  latitude: 31.7,
  jurisdictions: [],
  districts: [],
  slots: new Set(),
  ...over,
});
const wish = (over: Partial<Wish> = {}): Wish => ({
  slot: 1,
  discipline: 'PS',
  priority: 'P3',
  place: { longitude: 119.94, latitude: 31.7, district: '320412', jurisdiction: 'J1' },
  excluded: new Set(),
  ...over,
});
const choose = (units: IndexedUnit[], asked: Wish) => {
  const index = new UnitIndex();
  for (const each of units) index.put(each);
  return selectUnit(asked, index.places(), SELECTION_RULES);
};

describe('selectUnit', () => {
  it('takes the own jurisdiction before a nearer neighbour, and says so', () => {
    const selection = choose(
      [unit('NEAR', { jurisdictions: ['J2'] }), unit('OWN', { jurisdictions: ['J1'], longitude: 119.99 })],
      wish(),
    );
    expect(selection.unit?.id).toBe('OWN');
    expect(selection.explained.map(({ unit: { id }, verdict }) => [id, verdict])).toEqual([
      ['OWN', 'chosen'],
      ['NEAR', 'passed-over'],
    ]);
    expect(selection.explained[0]?.reason.zh).toContain('本辖区');
  });

  it('takes the nearest for P1, whosever beat it is', () => {
    const units = [unit('NEAR', { jurisdictions: ['J2'] }), unit('OWN', { jurisdictions: ['J1'], longitude: 119.99 })];
    expect(choose(units, wish({ priority: 'P1' })).unit?.id).toBe('NEAR');
  });

  it('names why nobody can go', () => {
    const units = [unit('BUSY', { slots: new Set([1]) }), unit('OFF', { duty: 'off_duty' })];
    const selection = choose(units, wish());
    expect(selection.unit).toBeUndefined();
    expect(selection.gapReason?.zh).toContain('忙：在办 1/1');
    expect(selection.gapReason?.zh).toContain('未在岗');
    expect(selection.explained.every(({ verdict }) => verdict === 'rejected')).toBe(true);
  });

  it('says so when there is no unit of the discipline at all', () => {
    expect(choose([], wish()).gapReason?.en).toBe('there is no unit of this discipline');
  });

  it('skips units that are excluded or do not cover the division', () => {
    const units = [unit('A'), unit('B', { districts: ['330100'] }), unit('C', { longitude: 120.5 })];
    expect(choose(units, wish({ excluded: new Set(['A']) })).unit?.id).toBe('C');
  });

  it('finds the same unit as brute force in fleets far larger than one cell', () => {
    const fleet = fc.array(
      fc.record({
        longitude: fc.double({ min: 119, max: 121, noNaN: true }),
        latitude: fc.double({ min: 31, max: 32.5, noNaN: true }),
        busy: fc.boolean(),
        off: fc.boolean(),
      }),
      { minLength: 65, maxLength: 300 },
    );
    const at = fc.record({
      longitude: fc.double({ min: 119, max: 121, noNaN: true }),
      latitude: fc.double({ min: 31, max: 32.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fleet, at, (places, place) => {
        const units = places.map(({ longitude, latitude, busy, off }, n) =>
          unit(`U${String(n).padStart(4, '0')}`, {
            longitude,
            latitude,
            slots: new Set(busy ? [1] : []),
            duty: off ? 'off_duty' : 'on_duty',
          }),
        );
        const metres = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
          Math.round(distanceMetres({ lon: longitude, lat: latitude }, { lon: place.longitude, lat: place.latitude }));
        const usable = units.filter(({ slots, duty }) => slots.size === 0 && duty === 'on_duty');
        const best = Math.min(...usable.map(metres));
        const chosen = choose(units, wish({ place: { ...place, district: '320412' } })).unit;
        return usable.length === 0 ? chosen === undefined : chosen !== undefined && metres(chosen) === best;
      }),
      { numRuns: 60 },
    );
  });
});

describe('Places', () => {
  it('never gives out more places than a unit has, and tells the index only when applied', () => {
    const index = new UnitIndex();
    index.put(unit('A', { capacity: 2 }));
    const places = index.places();
    expect([places.take('A'), places.take('A'), places.take('A')]).toEqual([1, 2, undefined]);
    expect(index.places().take('A')).toBe(1);
    places.release('A', 1);
    expect(places.take('A')).toBe(1);
    places.apply();
    expect(index.places().take('A')).toBeUndefined();
  });
});
