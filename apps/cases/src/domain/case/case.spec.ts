import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATES, type CaseState } from '#contracts';
import { caseLifecycle, decide, stateAfter } from './case-lifecycle.js';
import { conclude } from './moves/conclude.js';
import { fileCase } from './moves/file.js';
import { CASE_MOVE_LIST } from './moves/index.js';
import { investigate } from './moves/investigate.js';
import { review } from './moves/review.js';
import { solve } from './moves/solve.js';
import { upgrade } from './moves/upgrade.js';
import { addSuspect, catchSome, catchSuspect, withSuspects, type Suspect } from './suspects.js';

const at = '2022-05-21T13:00:00.000Z';

describe('a case', () => {
  it('goes from its registration to being solved', () => {
    const end = [review, fileCase, investigate, solve].reduce<CaseState>(
      (state, move) => decide(state, move, '依据'),
      caseLifecycle.initial,
    );
    expect(end).toBe('SOLVED');
  });

  it.each(CASE_MOVE_LIST.map((move) => [move.path, move] as const))(
    '%s is decided from its states only',
    (_path, move) => {
      for (const state of CASE_STATES) {
        const decided = () => decide(state, move, '依据');
        if (move.from.includes(state)) expect(decided()).toBe(move.to ?? state);
        else expect(decided).toThrow('case.wrong-state');
      }
    },
  );

  it.each(CASE_MOVE_LIST.map((move) => [move.path, move] as const))('%s needs a basis if it says so', (_path, move) => {
    const [from = caseLifecycle.initial] = move.from;
    if (move.needsBasis) expect(() => decide(from, move, undefined)).toThrow('case.basis-missing');
    else expect(decide(from, move, undefined)).toBe(move.to ?? from);
  });

  it('has one move for each route, in words of both languages', () => {
    expect(new Set(CASE_MOVE_LIST.map(({ path }) => path)).size).toBe(CASE_MOVE_LIST.length);
    for (const { path, words, roles } of CASE_MOVE_LIST) {
      expect(path).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en).toMatch(/^[a-z ]+$/);
      expect(roles).not.toEqual([]);
    }
  });

  it('is filed by approval only: as what it is, or as criminal what was administrative', () => {
    const filing = CASE_MOVE_LIST.filter(({ files }) => files);
    expect(filing).toEqual([fileCase, upgrade]);
    expect(filing.filter(({ proposedAs }) => proposedAs === null)).toEqual([]);
  });

  it('is concluded when nothing is under control any more', () => {
    const decided = { state: 'ADMIN_DECIDED', kind: 'administrative' } as const;
    expect(() => stateAfter(decided, conclude, { basis: '已执行', filed: { figures: { heldFen: 1 } } })).toThrow(
      'case.unsettled',
    );
    expect(stateAfter(decided, conclude, { basis: '已执行', filed: { figures: { heldFen: 0 } } })).toBe('CONCLUDED');
    expect(stateAfter(decided, conclude, { basis: '已执行' })).toBe('CONCLUDED');
    expect(() => stateAfter({ ...decided, kind: 'criminal' }, conclude, { basis: 'x' })).toThrow('case.wrong-kind');
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
