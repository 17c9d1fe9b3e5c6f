import { describe, expect, it } from '@jest/globals';
import {
  CASE_KINDS,
  CASE_STATES,
  CLOCK_STEPS,
  ESCALATIONS,
  LAW_CLOCKS,
  type CaseKind,
  type IncidentState,
} from '#contracts';
import type { IncidentFile } from '../incident-file/incident-file.js';
import { clockIn, extendedClock, LAW_CLOCK_RULES } from './index.js';
import type { CaseClock } from './kept.js';
import { lawClockOf, nextLawRing } from './ringing.js';

/** Ten in the morning in Shanghai. */
const at = '2026-05-21T02:00:00.000Z';
const days = (clock: CaseClock | undefined): string | undefined => clock?.dueAt;

/** A file as far as clocks look at it. */
const fileWith = (more: object): IncidentFile =>
  ({ state: 'RESPONDING', type: { caseKind: 'criminal' }, assignments: [], ...more }) as unknown as IncidentFile;
const lead = (more: object = {}) => ({ role: 'lead', feedback: [], ...more });

describe('the clocks of the law', () => {
  it.each(LAW_CLOCKS)('%s has a name in both languages and a ladder that climbs to whom it tells', (what) => {
    const { name, ladder } = LAW_CLOCK_RULES[what];
    expect(LAW_CLOCK_RULES[what].what).toBe(what);
    expect(name.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(name.en).toMatch(/[a-z]{3}/);
    const percents = ladder.map(({ percent }) => percent);
    expect(percents).toEqual([...new Set(percents)].sort((a, b) => a - b));
    expect(CLOCK_STEPS).toEqual(expect.arrayContaining(percents));
    for (const { percent, escalatedTo } of ladder) {
      if (percent < 100) expect(escalatedTo).toBeUndefined();
      else expect(ESCALATIONS).toContain(escalatedTo);
    }
  });

  it('run in the states where something has to be decided, and in no other', () => {
    const running = (kind: CaseKind) =>
      CASE_STATES.flatMap((state) => {
        const what = clockIn(kind, state, at)?.what;
        return what ? [`${state} ${what}`] : [];
      });
    const filed = ['REGISTERED filing', 'REVIEWING filing', 'RECONSIDERING reconsideration'];
    expect(running('criminal')).toEqual(filed);
    expect(running('economic')).toEqual(filed);
    expect(running('administrative')).toEqual([
      'REGISTERED acceptance',
      'REVIEWING acceptance',
      'ADMIN_ACCEPTED handling',
    ]);
    expect(CASE_KINDS).toHaveLength(3);
  });

  it('count hours from the instant, and days from the day after it, to midnight in Shanghai', () => {
    expect(days(clockIn('administrative', 'REGISTERED', at))).toBe('2026-05-22T02:00:00.000Z');
    expect(days(clockIn('criminal', 'REGISTERED', at))).toBe('2026-05-24T16:00:00.000Z');
    expect(days(clockIn('criminal', 'REGISTERED', '2026-05-21T16:30:00.000Z'))).toBe('2026-05-25T16:00:00.000Z');
    expect(days(clockIn('economic', 'REVIEWING', at))).toBe('2026-05-28T16:00:00.000Z');
    expect(days(clockIn('criminal', 'RECONSIDERING', at))).toBe('2026-06-20T16:00:00.000Z');
  });

  it.each([
    ['criminal', 'REVIEWING', ['2026-05-28T16:00:00.000Z', '2026-06-20T16:00:00.000Z']],
    ['economic', 'REVIEWING', ['2026-06-20T16:00:00.000Z', '2026-07-20T16:00:00.000Z']],
    ['administrative', 'REVIEWING', ['2026-05-24T16:00:00.000Z']],
    ['administrative', 'ADMIN_ACCEPTED', ['2026-07-20T16:00:00.000Z']],
    ['economic', 'RECONSIDERING', ['2026-07-20T16:00:00.000Z']],
  ] as const)('of %s cases in %s are extended as far as the law knows, from the same start', (kind, state, limits) => {
    const found: string[] = [];
    const first = clockIn(kind, state, at);
    for (let clock = extendedClock(kind, first); clock; clock = extendedClock(kind, clock)) found.push(clock.dueAt);
    expect(found).toEqual(limits);
    const { what = 'filing', dueAt = '' } = first ?? {};
    expect(extendedClock(kind, { what, dueAt })?.dueAt).toBe(limits[0]);
  });
});

describe('what a clock of the law says next', () => {
  const registered = (more: object = {}, kind: CaseKind = 'criminal', state = 'REGISTERED') =>
    fileWith({ case: { kind, state, clock: clockIn(kind, state as 'REGISTERED', at), ...more } });
  const rings = (file: IncidentFile): string[] => {
    const told: string[] = [];
    let now = file;
    for (let ring = nextLawRing(now); ring; ring = nextLawRing(now)) {
      told.push(`${ring.rings.toISOString().slice(0, 16)} ${ring.clock} ${ring.stage} ${ring.escalatedTo ?? '-'}`);
      now = { ...now, rung: { clock: ring.clock, dueAt: ring.dueAt, stage: ring.stage, at } };
    }
    return told;
  };

  it('is half of the limit, its end, and long after it', () => {
    expect(rings(registered())).toEqual([
      '2026-05-22T21:00 filing 50 -',
      '2026-05-24T16:00 filing 100 unit_duty_leader',
      '2026-05-28T06:00 filing 200 approver',
    ]);
    expect(rings(registered({}, 'criminal', 'RECONSIDERING'))).toHaveLength(2);
  });

  it('is nothing once it was decided, and begins anew when the limit was extended', () => {
    expect(rings(registered({ clock: undefined, state: 'FILED' }))).toEqual([]);
    const late = registered();
    const rung = { clock: 'filing', dueAt: late.case?.clock?.dueAt ?? '', stage: 100, at } as const;
    expect(lawClockOf({ ...late, rung })).toMatchObject({ stage: 100 });
    const extended = registered({ clock: extendedClock('criminal', late.case?.clock) });
    expect(lawClockOf({ ...extended, rung })?.stage).toBeUndefined();
    expect(rings({ ...extended, rung })[0]).toBe('2026-05-24T21:00 filing 50 -');
  });

  it('is for whose turn it is: who would propose a decision, or who has one before him', () => {
    const waits = (proposal?: object) => lawClockOf(registered({ proposals: proposal ? [proposal] : [] }))?.waitsFor;
    expect(waits()).toBe('case_officer');
    expect(waits({ act: 'file', waitsFor: 'legal_reviewer' })).toBe('legal_reviewer');
    expect(waits({ act: 'file', waitsFor: 'approver' })).toBe('approver');
    expect(waits({ act: 'file' })).toBe('case_officer');
    expect(waits({ act: 'return', entry: {}, waitsFor: 'property_custodian' })).toBe('case_officer');
    expect(lawClockOf(registered({}, 'criminal', 'RECONSIDERING'))?.waitsFor).toBe('legal_reviewer');
  });

  it('is that a case is opened within a day of what points to a crime', () => {
    const handled = (state: IncidentState, more: object = {}) =>
      fileWith({ state, assignments: [lead({ completedAt: at })], ...more });
    expect(lawClockOf(handled('HANDLED'))).toEqual({
      clock: 'opening',
      from: at,
      dueAt: '2026-05-22T02:00:00.000Z',
      waitsFor: 'case_officer',
    });
    expect(rings(handled('HANDLED')).at(-1)).toBe('2026-05-23T02:00 opening 200 duty_chief');
    const caught = lead({ feedback: [{ suspectsCaught: 1, at: '2026-05-21T01:00:00.000Z' }] });
    expect(lawClockOf(fileWith({ assignments: [caught] }))?.from).toBe('2026-05-21T01:00:00.000Z');
    expect(lawClockOf(fileWith({ assignments: [lead()] }))).toBeUndefined();
    const noKind = { type: {} };
    expect(lawClockOf(handled('HANDLED', noKind))).toBeUndefined();
    expect(lawClockOf(handled('HANDLED', { ...noKind, outcome: 'CASE_REGISTERED' }))?.clock).toBe('opening');
    expect(lawClockOf(handled('HANDLED', { case: { kind: 'criminal', state: 'FILED' } }))).toBeUndefined();
    for (const state of ['CLOSED', 'CANCELLED', 'MERGED'] as const) expect(lawClockOf(handled(state))).toBeUndefined();
  });
});
