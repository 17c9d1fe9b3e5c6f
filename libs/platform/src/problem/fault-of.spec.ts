import { describe, expect, it } from '@jest/globals';
import { LostRace } from '#persistence';
import { faultOf } from './fault-of.js';

describe('faultOf', () => {
  it('asks to try again when others were faster every time, and calls it no internal fault', () => {
    const deadlock = Object.assign(new Error('query failed'), { driverError: { errno: 1213 } });
    for (const error of [new LostRace('unit'), deadlock]) {
      expect(faultOf(error)).toMatchObject({ status: 503, code: 'database.contended' });
      expect(faultOf(error).retryAfter).toBeGreaterThan(0);
    }
  });

  it('takes a broken connection for a database that is down only where the driver gave it up', () => {
    const broken = { code: 'ECONNRESET' };
    expect(faultOf(Object.assign(new Error('aborted'), broken))).toMatchObject({ status: 500 });
    for (const error of [{ ...broken, fatal: true }, { driverError: { ...broken, fatal: true } }])
      expect(faultOf(error)).toMatchObject({ status: 503, code: 'database.unavailable' });
  });

  it('tells nothing about what it does not know', () => {
    expect(faultOf(new Error('secret'))).toMatchObject({ status: 500, code: 'internal' });
    expect(faultOf(undefined)).toMatchObject({ status: 500 });
  });
});
