import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres } from '#domain-kit';
import { IndexedUnit } from './indexed-unit.js';
import { Places } from './places.js';
import { PASS, type SelectionRule } from './rule.js';
import { INFORM_RULES, SELECTION_RULES } from './rules/index.js';
import { selectUnit, unitFor, type Selection } from './select-unit.js';
import { unit, wish } from './selection.fixture.js';
import { UnitIndex } from './unit-index.js';
import type { UnitView, Wish } from './unit-view.js';

const DISTRICTS = ['320412', '320402', '330100'];
const JURISDICTIONS = ['J1', 'J2', 'J3'];
const some = (of: readonly string[]) => fc.subarray([...of], { maxLength: 2 });

/** Somewhere in a square of so many degrees; also on the border of a cell, and at the same place as others. */
const spot = (degrees: number) => {
  const along = fc.oneof(
    fc.double({ min: 0, max: degrees, noNaN: true }),
    fc.nat(5).map((n) => Math.round(((n / 5) * degrees) / 0.02) * 0.02),
  );
  return fc.record({ longitude: along.map((x) => 110 + x), latitude: along.map((y) => 30 + y) });
};

/** Fleets in a cell or two, in many, and spread so thinly that most cells are empty; with a wish in or beside it. */
const cases = fc
  .tuple(fc.constantFrom(0.03, 0.5, 3, 20), fc.constantFrom(3, 40, 150, 300))
  .chain(([degrees, size]) =>
    fc.record({
      made: fc.array(
        fc.record({
          at: spot(degrees),
          duty: fc.constantFrom('on_duty' as const, 'on_duty' as const, 'off_duty' as const),
          capacity: fc.integer({ min: 1, max: 3 }),
          taken: fc.integer({ min: 0, max: 3 }),
          districts: some(DISTRICTS),
          jurisdictions: some(JURISDICTIONS),
        }),
        { minLength: Math.floor(size / 2), maxLength: size, size: 'max' },
      ),
      at: spot(degrees * 1.1),
      district: fc.constantFrom(...DISTRICTS),
      jurisdiction: fc.option(fc.constantFrom(...JURISDICTIONS), { nil: undefined }),
      priority: fc.constantFrom('P1' as const, 'P3' as const),
      excluded: fc.array(fc.nat(299), { maxLength: 3 }),
      held: fc.constantFrom(false, false, false, true),
    }),
  )
  .map(({ made, at, district, jurisdiction, priority, excluded, held }) => ({
    fleet: made.map(({ taken, at: { longitude, latitude }, ...over }, n) =>
      unit(`U${String(n).padStart(3, '0')}`, {
        ...over,
        longitude,
        latitude,
        slots: Array.from({ length: Math.min(taken, over.capacity) }, (_none, slot) => slot + 1),
      }),
    ),
    asked: wish({
      priority,
      place: {
        ...at,
        district,
        ...(jurisdiction !== undefined && { jurisdiction }),
        ...(held && { held: true as const }),
      },
      excluded: new Set(excluded.map((n) => `U${String(n).padStart(3, '0')}`)),
    }),
  }));

/** Rules that know nothing of the index: they turn away or rank by anything. */
const anyRule = fc
  .record({ seed: fc.nat(1000), rejects: fc.nat(100), ranks: fc.nat(3) })
  .map(({ seed, rejects, ranks }): SelectionRule => ({
    name: `any-${seed}`,
    alsoInformed: true,
    judge: ({ unit: { id, active } }, { slot }) => {
      const dice = (Number(id.slice(1)) * 7919 + seed * 104_729 + active * 31 + slot) % 101;
      if (dice < rejects) return { verdict: 'reject', reason: { zh: `不${seed}`, en: `not ${seed}` } };
      return ranks === 0 ? PASS : { verdict: 'pass', rank: dice % (ranks + 1) };
    },
  }));

/** A rule that ranks by free places and says so to the index, which learns of them only afterwards. */
const sparing: SelectionRule = {
  name: 'sparing',
  judge: ({ unit: { active, capacity } }) => ({ verdict: 'pass', rank: capacity - active > 1 ? 0 : 2 }),
  shelf: {
    labels: ({ active, capacity }) => [capacity - active > 1 ? 'spare' : 'last'],
    tiers: () => [
      { rank: 0, labels: ['spare'] },
      { rank: 2, labels: ['last'] },
    ],
  },
};

const ruleLists = fc
  .tuple(fc.subarray([...SELECTION_RULES, sparing]), fc.array(anyRule, { maxLength: 2 }))
  .map(([known, more]) => [...known, ...more]);

/** What selection must answer: everybody judged, then sorted. */
function bruteForce(units: readonly UnitView[], asked: Wish, rules: readonly SelectionRule[]): string[] {
  const place = { lon: asked.place.longitude, lat: asked.place.latitude };
  const judged = units.map((view) => {
    const distanceM = Math.round(distanceMetres({ lon: view.longitude, lat: view.latitude }, place));
    const said = rules.map((rule) => rule.judge({ unit: view, distanceM }, asked));
    const rank = said.reduce((sum, each) => sum + (each.verdict === 'reject' ? Infinity : each.rank), 0);
    return { id: view.id, distanceM, rank };
  });
  const sorted = judged.sort(
    (a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.distanceM - b.distanceM) || (a.id < b.id ? -1 : 1),
  );
  return sorted
    .slice(0, 5)
    .map(({ id, rank }, at) => `${id} ${rank === Infinity ? 'rejected' : at === 0 ? 'chosen' : 'passed-over'}`);
}

const answered = ({ explained }: Selection) => explained.map(({ unit: { id }, verdict }) => `${id} ${verdict}`);

/** Places that the decision takes (even) and gives back (odd) before it chooses. */
const acts = fc.array(fc.nat(599), { maxLength: 30 });

/** Plays the acts; answers the places of each unit that are taken then. */
function play(moves: readonly number[], fleet: readonly IndexedUnit[], places: Places): Map<string, number[]> {
  const taken = new Map(fleet.map(({ id, slots }) => [id, [...slots]]));
  for (const move of moves) {
    const id = fleet[Math.floor(move / 2)]?.id ?? '';
    const slots = taken.get(id) ?? [];
    const slot = move % 2 === 0 ? places.take(id) : slots.pop();
    if (slot === undefined) continue;
    if (move % 2 === 0) slots.push(slot);
    else places.release(id, slot);
  }
  return taken;
}

describe('selection among all units', () => {
  it('answers as if every unit had been judged, whatever the rules, the fleet and the places taken meanwhile', () => {
    fc.assert(
      fc.property(cases, ruleLists, acts, fc.boolean(), ({ fleet, asked }, rules, moves, applied) => {
        const index = new UnitIndex(rules);
        for (const each of fleet) index.put(each);
        const places = new Places(index);
        const taken = play(moves, fleet, places);
        if (applied) places.apply();
        const source = applied ? new Places(index) : places;
        const views = fleet.map((each) => new IndexedUnit(each, taken.get(each.id) ?? []));
        expect(answered(selectUnit(asked, source, rules))).toEqual(bruteForce(views, asked, rules));
        const informing = rules.filter(({ alsoInformed }) => alsoInformed);
        expect(answered(selectUnit(asked, source, informing))).toEqual(bruteForce(views, asked, informing));
        for (const each of [rules, informing])
          expect(unitFor(asked, source, each)?.id).toBe(selectUnit(asked, source, each).unit?.id);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every rule of the list', () => {
  it.each(SELECTION_RULES)('$name tells the index what it then says', (rule) => {
    fc.assert(
      fc.property(cases, ({ fleet, asked }) => {
        for (const view of fleet.slice(0, 20)) {
          const said = rule.judge({ unit: view, distanceM: 0 }, asked);
          if (rule.ready?.(view) === false) expect(said.verdict).toBe('reject');
          const labels = rule.shelf?.labels(view) ?? [];
          const tiers = rule.shelf?.tiers(asked).filter((tier) => tier.labels.some((label) => labels.includes(label)));
          const least = Math.min(...(tiers ?? [{ rank: 0 }]).map(({ rank }) => rank));
          if (said.verdict === 'pass') expect(said.rank).toBeGreaterThanOrEqual(least);
          if (rule.shelf) expect(labels.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('has a name of its own, and those for who is told are among them', () => {
    expect(new Set(SELECTION_RULES.map(({ name }) => name)).size).toBe(SELECTION_RULES.length);
    expect(INFORM_RULES.map(({ name }) => name)).toEqual(['vouched-place', 'covers-district', 'own-jurisdiction']);
  });
});
