import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';
import { PASS, type SelectionRule } from './rule.js';
import { SELECTION_RULES } from './rules/index.js';
import { selectUnit } from './select-unit.js';
import { unit, wish } from './selection.fixture.js';
import { IndexedUnit } from './indexed-unit.js';
import { UnitIndex } from './unit-index.js';
import type { Wish } from './unit-view.js';

const choose = (units: IndexedUnit[], asked: Wish, rules = SELECTION_RULES) => {
  const index = new UnitIndex(rules);
  for (const each of units) index.put(each);
  return selectUnit(asked, new Places(index), rules);
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
    const units = [unit('BUSY', { slots: [1] }), unit('OFF', { duty: 'off_duty' })];
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
});

/** Units in a row to the east, U000 nearest; 300 of them lie farther apart than one cell is wide. */
const row = (count: number) =>
  Array.from({ length: count }, (_none, n) =>
    unit(`U${String(n).padStart(3, '0')}`, { longitude: 119.94 + n / 1000, capacity: 3 }),
  );

describe('a rule beside those there are', () => {
  const only = (id: string): SelectionRule => ({
    name: 'only',
    judge: (candidate) =>
      candidate.unit.id === id ? PASS : { verdict: 'reject', reason: { zh: '不合适', en: 'unfit' } },
  });
  const prefers = (id: string): SelectionRule => ({
    name: 'prefers',
    judge: (candidate) => ({ verdict: 'pass', rank: candidate.unit.id === id ? 0 : 1 }),
  });

  it.each(['U006', 'U299'])('that only %s fits has it sent, not a gap', (id) => {
    const selection = choose(row(300), wish(), [...SELECTION_RULES, only(id)]);
    expect(selection.unit?.id).toBe(id);
    expect(selection.explained.map((each) => each.unit.id)).toEqual([id, 'U000', 'U001', 'U002', 'U003']);
    expect(selection.explained[1]).toMatchObject({ verdict: 'rejected', rule: 'only' });
  });

  it.each(['U006', 'U299'])('that prefers %s has it sent, and says why the nearer ones are not', (id) => {
    const selection = choose(row(300), wish(), [...SELECTION_RULES, prefers(id)]);
    expect(selection.unit?.id).toBe(id);
    expect(selection.explained.map((each) => each.unit.id)).toEqual([id, 'U000', 'U001', 'U002', 'U003']);
    expect(selection.explained[1]).toMatchObject({ verdict: 'passed-over', rule: 'rank' });
  });

  it('applies to who is told when it says so, and else not', () => {
    const rules = [...SELECTION_RULES, { ...only('U006'), alsoInformed: true as const }, only('U007')];
    const index = new UnitIndex(rules);
    for (const each of row(20)) index.put(new IndexedUnit({ ...each, duty: 'off_duty' }, []));
    const informing = rules.filter(({ alsoInformed }) => alsoInformed);
    expect(selectUnit(wish(), new Places(index), informing).unit?.id).toBe('U006');
    expect(selectUnit(wish(), new Places(index), rules).unit).toBeUndefined();
  });
});

describe('Places', () => {
  it('never gives out more places than a unit has, and tells the index only when applied', () => {
    const index = new UnitIndex(SELECTION_RULES);
    index.put(unit('A', { capacity: 2 }));
    const places = new Places(index);
    expect([places.take('A'), places.take('A'), places.take('A')]).toEqual([1, 2, undefined]);
    expect(new Places(index).take('A')).toBe(1);
    places.release('A', 1);
    expect(places.take('A')).toBe(1);
    places.apply();
    expect(new Places(index).take('A')).toBeUndefined();
  });
});
