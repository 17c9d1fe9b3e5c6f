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

  it('does the others again once, however many items throw', async () => {
    let works = 0;
    const bad = HUNDRED.filter((n) => n % 10 === 3);
    const outcomes = await Promise.allSettled(
      HUNDRED.map((n) =>
        group.submit(() => {
          works += 1;
          return bad.includes(n) ? refuse(n) : write(n);
        }),
      ),
    );
    expect(failed(outcomes)).toEqual(bad);
    expect(outcomes[93]).toMatchObject({ reason: new Error('no 93') });
    expect(committed).toEqual([HUNDRED.filter((n) => !bad.includes(n))]);
    // everybody, then the 90 together, then nine of the ten alone: the first was certain
    expect(works).toBe(199);
  });

  it('asks once more who threw only because of one before', async () => {
    let broken = false;
    const outcomes = await Promise.allSettled([
      group.submit(() => {
        broken = true;
        return refuse(0);
      }),
      group.submit(() => {
        const misled = broken;
        broken = false;
        return misled ? refuse(1) : write(1);
      }),
      group.submit(() => write(2)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(committed).toEqual([[2], [1]]);
  });

  it('runs nobody else in a transaction that the database gave up', async () => {
    const ran: number[] = [];
    const deadlock = Object.assign(new Error('deadlock'), { errno: 1213 });
    await Promise.allSettled([
      group.submit(() => Promise.resolve(ran.push(1))),
      group.submit(() => Promise.reject(deadlock)),
      group.submit(() => Promise.resolve(ran.push(3))),
    ]);
    expect(ran).toEqual([1, 1, 3]);
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
