import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseLifecycle, decide, type CaseLifeState, type CaseMove } from './case-lifecycle.js';
import { addSuspect, catchSome, catchSuspect, withSuspects, type Suspect } from './suspects.js';

const at = '2022-05-21T13:00:00.000Z';
const MOVES: CaseMove[] = ['review', 'file', 'not-file', 'investigate', 'solve'];

describe('a case', () => {
  it('goes from its registration to being solved', () => {
    const end = (['review', 'file', 'investigate', 'solve'] as const).reduce<CaseLifeState>(
      (state, move) => decide(state, move, '依据'),
      caseLifecycle.initial,
    );
    expect(end).toBe('SOLVED');
  });

  it('takes no decision that its table does not have', () => {
    const possible: Record<CaseMove, CaseLifeState> = {
      review: 'REGISTERED',
      file: 'REVIEWING',
      'not-file': 'REVIEWING',
      investigate: 'FILED',
      solve: 'INVESTIGATING',
    };
    for (const move of MOVES) {
      const refused = caseLifecycle.states.filter((state) => state !== possible[move]);
      for (const state of refused) expect(() => decide(state, move, '依据')).toThrow('case.wrong-state');
      expect(decide(possible[move], move, '依据')).not.toBe(possible[move]);
    }
  });

  it.each<[CaseLifeState, CaseMove]>([
    ['REVIEWING', 'not-file'],
    ['INVESTIGATING', 'solve'],
  ])('in %s needs a basis to %s', (state, move) => {
    expect(() => decide(state, move, undefined)).toThrow('case.basis-missing');
  });
});

describe('suspects', () => {
  const one = addSuspect([], 'at_large', at);

  it('are numbered from 1 and caught once', () => {
    expect(one).toEqual({ number: 1, state: 'at_large', recordedAt: at });
    const caught = catchSuspect([one], 1, at);
    expect(caught).toMatchObject({ state: 'caught', caughtAt: at });
    expect(() => catchSuspect([caught], 1, at)).toThrow('suspect.already-caught');
    expect(() => catchSuspect([one], 2, at)).toThrow('suspect.not-found');
  });

  it('are as many caught as reported, known ones first, no number twice', () => {
    const states = fc.array(fc.constantFrom<Suspect['state']>('at_large', 'identified', 'caught', 'released'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(states, fc.nat(6), (given, count) => {
        const before = given.map((state, index): Suspect => ({ number: index + 1, state, recordedAt: at }));
        const caught = catchSome(before, count, at);
        const after = withSuspects(before, caught);
        const free = before.filter(({ state }) => state === 'at_large' || state === 'identified').length;
        expect(caught).toHaveLength(count);
        expect(after).toHaveLength(before.length + Math.max(0, count - free));
        expect(after.map(({ number }) => number)).toEqual(after.map((_suspect, index) => index + 1));
        const arrests = (list: readonly Suspect[]) => list.filter(({ state }) => state === 'caught').length;
        expect(arrests(after)).toBe(arrests(before) + count);
      }),
    );
  });
});
