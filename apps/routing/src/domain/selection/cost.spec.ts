import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';
import { PASS, type SelectionRule } from './rule.js';
import { SELECTION_RULES } from './rules/index.js';
import { selectUnit } from './select-unit.js';
import { unit, wish, type MadeOf } from './selection.fixture.js';
import { UnitIndex } from './unit-index.js';

/** Units that are looked at for one wish; the list of rules is as the product has it. */
function looks(count: number, over: (n: number) => MadeOf): number {
  let looked = 0;
  const counting: SelectionRule = { name: 'counting', judge: () => ((looked += 1), PASS) };
  const rules = [counting, ...SELECTION_RULES];
  const index = new UnitIndex(rules);
  for (let n = 0; n < count; n += 1) {
    const [longitude, latitude] = [115 + ((n * 7919) % 10_007) / 1000, 28 + ((n * 104_729) % 9973) / 1000];
    index.put(unit(`U${n}`, { longitude, latitude, ...over(n) }));
  }
  selectUnit(
    wish({ place: { longitude: 119.94, latitude: 31.7, district: 'D7', jurisdiction: 'J7' } }),
    new Places(index),
    rules,
  );
  return looked;
}

describe('what a choice costs, in units looked at', () => {
  it.each<[string, (n: number) => MadeOf, number]>([
    ['all are free', () => ({}), 6],
    ['all but three are busy', (n) => (n < 3 ? {} : { slots: [1] }), 8],
    ['all but three are off duty', (n) => (n < 3 ? {} : { duty: 'off_duty' }), 8],
    ['three work in the division', (n) => ({ districts: [n < 3 ? 'D7' : `X${n % 100}`] }), 8],
    ['three are of the jurisdiction', (n) => ({ jurisdictions: [n < 3 ? 'J7' : `X${n % 100}`] }), 9],
    ['nobody can go', () => ({ slots: [1] }), 5],
  ])('is the same small number among 500 and among 20,000 when %s', (_when, over, most) => {
    expect(looks(500, over)).toBeLessThanOrEqual(most);
    expect(looks(20_000, over)).toBeLessThanOrEqual(most);
  });
});
