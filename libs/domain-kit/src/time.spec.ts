import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMs, addWorkingTime, DAY, HOUR, MINUTE, shanghaiDay, shanghaiTime, startOfShanghaiDay } from './time.js';

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('time in Asia/Shanghai', () => {
  it('changes the business day at 16:00 UTC', () => {
    expect(shanghaiDay(new Date('2022-05-21T15:59:59.999Z'))).toBe('20220521');
    expect(shanghaiDay(new Date('2022-05-21T16:00:00.000Z'))).toBe('20220522');
    expect(shanghaiTime(new Date('2022-05-21T15:00:00Z'))).toBe('2022-05-21 23:00');
  });

  it('agrees with the time zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(instant, (at) => shanghaiDay(at) === format.format(at).replaceAll('-', '')));
  });

  it('begins a day no more than a day before any of its instants', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const start = startOfShanghaiDay(at);
        expect(shanghaiDay(start)).toBe(shanghaiDay(at));
        expect(shanghaiDay(addMs(start, -1))).not.toBe(shanghaiDay(at));
        expect(at.getTime() - start.getTime()).toBeLessThan(DAY);
      }),
    );
  });
});

describe('addWorkingTime', () => {
  it.each([
    ['2026-03-02 10:00', 4 * HOUR, '2026-03-02 14:00', 'within a Monday'],
    ['2026-03-02 15:00', 4 * HOUR, '2026-03-03 11:00', 'over night'],
    ['2026-03-06 16:30', HOUR, '2026-03-09 09:30', 'over a weekend'],
    ['2026-03-07 12:00', 8 * HOUR, '2026-03-09 17:00', 'a whole Monday from a Saturday on'],
    ['2026-03-02 06:00', MINUTE, '2026-03-02 09:01', 'from opening'],
    ['2026-03-02 20:00', 24 * HOUR, '2026-03-05 17:00', 'three working days'],
  ])('from %s adds %d ms up to %s: %s', (from, ms, to) => {
    expect(addWorkingTime(shanghai(from), ms)).toEqual(shanghai(to));
  });

  it('follows the calendar it is given', () => {
    const sundays = { opens: 0, closes: DAY, worksOn: (_day: string, weekday: number) => weekday === 0 };
    expect(addWorkingTime(shanghai('2026-03-02 10:00'), HOUR, sundays)).toEqual(shanghai('2026-03-08 01:00'));
    expect(() => addWorkingTime(new Date(0), 1, { ...sundays, worksOn: () => false })).toThrow(RangeError);
  });

  it('can be done in two parts', () => {
    const span = fc.integer({ min: 1, max: 100 * HOUR });
    fc.assert(
      fc.property(instant, span, span, (at, a, b) => {
        expect(addWorkingTime(addWorkingTime(at, a), b)).toEqual(addWorkingTime(at, a + b));
      }),
    );
  });
});
