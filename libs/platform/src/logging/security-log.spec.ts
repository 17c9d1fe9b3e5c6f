import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppLogger } from './app-logger.js';
import { SecurityLog } from './security-log.js';

let lines: string[];
let log: SecurityLog;
beforeEach(() => {
  lines = [];
  log = new SecurityLog(
    new AppLogger({ service: 'try', level: 'warn', destination: { write: (line) => void lines.push(line) } }),
  );
});
afterEach(() => log.onModuleDestroy());

const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('security events', () => {
  it('are told once, and how many there were at the end of the minute', () => {
    for (let n = 0; n < 300; n += 1) log.note('rate-limited', { from: '10.0.0.1', code: 'request.too-many' });
    expect(told()).toMatchObject([{ level: 'warn', msg: 'security.rate-limited', from: '10.0.0.1', count: 1 }]);
    log.endMinute();
    expect(told().slice(1)).toMatchObject([{ msg: 'security.rate-limited', count: 300 }]);
    log.endMinute();
    expect(told()).toHaveLength(2);
  });

  it('are a series where one alone is none', () => {
    for (let n = 0; n < 4; n += 1) log.note('forbidden', { accountId: 'a1', from: '10.0.0.1' });
    log.note('forbidden', { accountId: 'a2', from: '10.0.0.1' });
    log.endMinute();
    expect(told()).toEqual([]);
    for (let n = 0; n < 5; n += 1) log.note('forbidden', { accountId: 'a1', from: '10.0.0.1' });
    log.endMinute();
    expect(told()).toMatchObject([{ msg: 'security.forbidden', accountId: 'a1', from: '10.0.0.1', count: 5 }]);
  });

  it('take bounded memory, however many addresses there are', () => {
    for (let n = 0; n < 20_000; n += 1) log.note('sign-in-refused', { from: `address ${n}` });
    log.endMinute();
    expect(told()).toMatchObject([{ msg: 'security.sign-in-refused', count: 5 }, { count: 10_000 }]);
  });
});
