import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { every } from './every.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const reported: unknown[] = [];
const report = (error: unknown) => void reported.push(error);
beforeEach(() => void reported.splice(0));

describe('every', () => {
  it('takes a turn a period after the last one ended, never two at once', async () => {
    let finish: () => void = () => undefined;
    let turns = 0;
    const repeating = every(100, () => new Promise<void>((done) => ((turns += 1), (finish = done))), { report });
    await jest.advanceTimersByTimeAsync(99);
    expect(turns).toBe(0);
    await jest.advanceTimersByTimeAsync(500);
    expect(turns).toBe(1);
    finish();
    await jest.advanceTimersByTimeAsync(99);
    expect(turns).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(turns).toBe(2);
    finish();
    await repeating.stop();
  });

  it('reports a turn that failed and goes on', async () => {
    let turns = 0;
    const failing = () => {
      turns += 1;
      throw new Error(`turn ${turns}`);
    };
    const repeating = every(100, failing, { firstMs: 0, report });
    await jest.advanceTimersByTimeAsync(150);
    expect(reported).toEqual([new Error('turn 1'), new Error('turn 2')]);
    await repeating.stop();
  });

  it('does the work at once when asked, joining a turn under way', async () => {
    let finish: () => void = () => undefined;
    let turns = 0;
    const repeating = every(100, () => new Promise<void>((done) => ((turns += 1), (finish = done))), { report });
    const both = Promise.all([repeating.now(), repeating.now()]);
    await jest.advanceTimersByTimeAsync(0);
    finish();
    await both;
    expect(turns).toBe(1);
    await repeating.stop();
  });

  it('waits for the turn under way when it stops, and takes no other', async () => {
    let finish: () => void = () => undefined;
    let turns = 0;
    const repeating = every(10, () => new Promise<void>((done) => ((turns += 1), (finish = done))), { report });
    await jest.advanceTimersByTimeAsync(10);
    let stopped = false;
    const stopping = repeating.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    await jest.advanceTimersByTimeAsync(1000);
    expect(turns).toBe(1);
  });
});
