import { IndexedUnit, type UnitFacts } from './indexed-unit.js';
import type { Wish } from './unit-view.js';

/** What a unit of a spec is made of, where it is not like all of them. */
export type MadeOf = Partial<UnitFacts> & { readonly slots?: readonly number[] };

/** A unit in the middle of Wujin with room for one assignment. */
export const unit = (id: string, { slots = [], ...over }: MadeOf = {}): IndexedUnit =>
  new IndexedUnit(
    {
      id,
      name: id,
      discipline: 'PS',
      duty: 'on_duty',
      capacity: 1,
      longitude: 119.94,
      latitude: 31.7,
      jurisdictions: [],
      districts: [],
      ...over,
    },
    slots,
  );

/** A wish for a station there. */
export const wish = (over: Partial<Wish> = {}): Wish => ({
  slot: 1,
  discipline: 'PS',
  priority: 'P3',
  place: { longitude: 119.94, latitude: 31.7, district: '320412', jurisdiction: 'J1' },
  excluded: new Set(),
  ...over,
});
