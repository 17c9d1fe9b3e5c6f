import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghaiDate, shanghaiDay, shanghaiTime } from './time.js';

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('time in Asia/Shanghai', () => {
  it('changes the business day at 16:00 UTC', () => {
    expect(shanghaiDay(new Date('2022-05-21T15:59:59.999Z'))).toBe('20220521');
    expect(shanghaiDay(new Date('2022-05-21T16:00:00.000Z'))).toBe('20220522');
    expect(shanghaiDate(new Date('2022-05-21T16:30:00.000Z'))).toBe('2022-05-22');
    expect(shanghaiTime(new Date('2022-05-21T15:00:00Z'))).toBe('2022-05-21 23:00');
  });

  it('agrees with the time zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(instant, (at) => shanghaiDay(at) === format.format(at).replaceAll('-', '')));
  });
});
