import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from './catalogue.js';
import { excessOf } from './structure.js';

const LIMITS = { depth: 4, values: 100, members: 20 };
const flat = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, key) => [`k${key}`, null]));
const list = (n: number, item: unknown) => Array.from({ length: n }, () => item);

/** A value that counts how often its members are asked for. */
function counted(value: object, looks: { n: number }): object {
  return new Proxy(value, { ownKeys: (target) => ((looks.n += 1), Reflect.ownKeys(target)) });
}

describe('what is too much of a value', () => {
  it.each([
    ['a text', 'x', undefined],
    ['null', null, undefined],
    ['as many fields as may be', flat(20), undefined],
    ['a field more', flat(21), 'values'],
    ['a list that is too long', list(21, 1), 'values'],
    ['as many values as may be', [...list(4, flat(19)), list(19, 1)], undefined],
    ['a value more', [...list(4, flat(19)), list(20, 1)], 'values'],
    ['as deep as may be', [[[['x']]]], undefined],
    ['a level more', [[[[['x']]]]], 'depth'],
  ])('%s', (_what, value, excess) => {
    expect(excessOf(value, LIMITS)).toBe(excess);
  });

  it('takes no recursion to find the bottom', () => {
    expect(excessOf(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), LIMITS)).toBe('depth');
  });

  it('stops looking at the first excess, and looks at nothing twice', () => {
    const looks = { n: 0 };
    const item = counted({ a: 1, b: 2, c: 3 }, looks);
    expect(excessOf(list(20, list(20, item)), LIMITS)).toBe('values');
    expect(looks.n).toBe(0);
    expect(excessOf(list(20, item), LIMITS)).toBeUndefined();
    expect(looks.n).toBe(20);
  });
});

describe('an event beyond all need', () => {
  it.each([
    ['fields', flat(80_000)],
    ['items', { details: { list: list(80_000, {}) } }],
    ['levels', { details: JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`) as object }],
  ])('is invalid by its number of %s, before its class sees it', (_what, payload) => {
    expect(decodeEvent('incident.reported.v1', payload)).toEqual({
      kind: 'invalid',
      faults: ['payload holds too many values'],
    });
  });
});
