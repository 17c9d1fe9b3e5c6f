import { beforeEach, describe, expect, it } from '@jest/globals';
import { GroupCommitter } from './group-commit.js';

/** Transactions: the numbers that each wrote and committed, or began and rolled back. */
let committed: number[][];
let rolledBack: number;
let written: number[];
let group: GroupCommitter;
/** Fails the writes at the end of a transaction. */
let atTheEnd: (numbers: readonly number[]) => void;
beforeEach(() => {
  [committed, rolledBack, atTheEnd] = [[], 0, () => undefined];
  group = new GroupCommitter(async (work) => {
    written = [];
    try {
      const value = await work();
      atTheEnd(written);
      committed.push(written);
      return value;
    } catch (error) {
      rolledBack += 1;
      throw error;
    }
  });
});

const HUNDRED = Array.from({ length: 100 }, (_, n) => n);
const write = (n: number) => Promise.resolve(written.push(n)).then(() => n);
const refuse = (n: number) => Promise.reject(new Error(`no ${n}`));
const submit = (numbers: readonly number[], bad: readonly number[] = []) =>
  Promise.allSettled(numbers.map((n) => group.submit(() => (bad.includes(n) ? refuse(n) : write(n)))));
const failed = (outcomes: readonly PromiseSettledResult<number>[]) =>
  outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []));

describe('GroupCommitter', () => {
  it('commits together what comes together', async () => {
    expect(failed(await submit(HUNDRED))).toEqual([]);
    expect(committed).toEqual([HUNDRED]);
  });

  it('does the others again without an item whose work throws', async () => {
    const outcomes = await submit(HUNDRED, [13, 60]);
    expect(failed(outcomes)).toEqual([13, 60]);
    expect(outcomes[13]).toMatchObject({ reason: new Error('no 13') });
    expect(committed).toEqual([HUNDRED.filter((n) => n !== 13 && n !== 60)]);
    expect(rolledBack).toBe(2);
  });

  it('halves the group until it knows whose write fails at the end', async () => {
    atTheEnd = (numbers) => {
      if (numbers.includes(41)) throw new Error('duplicate');
    };
    expect(failed(await submit(HUNDRED))).toEqual([41]);
    expect(committed.flat().sort((a, b) => a - b)).toEqual(HUNDRED.filter((n) => n !== 41));
    expect(rolledBack + committed.length).toBeLessThanOrEqual(15);
  });

  it('tries nobody again while the database is away', async () => {
    atTheEnd = () => {
      throw Object.assign(new Error('gone'), { code: 'PROTOCOL_CONNECTION_LOST' });
    };
    expect(failed(await submit(HUNDRED))).toEqual(HUNDRED);
    expect(rolledBack).toBe(1);
  });

  it('goes on with what came meanwhile', async () => {
    const first = submit([1, 2]);
    await new Promise((resolve) => setImmediate(resolve));
    const second = submit([3]);
    await Promise.all([first, second]);
    expect(committed.flat()).toEqual([1, 2, 3]);
  });
});
