import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '#testing';
import { Counter } from './counter.js';
import { createTable, type ServiceSchema } from './schema.js';
import { sweep } from './sweep.js';
import { column, defineTable, type TableDef } from './table.js';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const lastColumns = { name: column.id(), value: column.bigint() };
const nextColumns = { id: column.id(), nextSerial: column.int() };
const markColumns = { id: column.id(), at: column.time() };
const lasts = defineTable<{ name: string; value: number }>('counted', lastColumns, { primary: ['name'] });
const nexts = defineTable<{ id: string; nextSerial: number }>('number_sequence', nextColumns, { primary: ['id'] });
const marks = defineTable<{ id: string; at: Date }>('mark', markColumns, { primary: ['id'], index: [['at']] });

class CreateCounters1760000000000 implements MigrationInterface {
  name = 'CreateCounters1760000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'counted', lastColumns, lasts.keys);
    await createTable(runner, 'number_sequence', nextColumns, nexts.keys);
    await createTable(runner, 'mark', markColumns, marks.keys);
  }
  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const schema: ServiceSchema = {
  service: 'counters',
  tables: [lasts, nexts, marks] as unknown as TableDef<never>[],
  migrations: [CreateCounters1760000000000],
};

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(schema);
});
afterEach(() => test.drop());

describe.each([
  ['the last number', (of: TestDatabase['database']) => new Counter(of, lasts)],
  ['the next number', (of: TestDatabase['database']) => new Counter(of, nexts, 'next')],
])('Counter on a table that holds %s', (_what, open) => {
  const write = <T>(work: (counter: ReturnType<typeof open>) => Promise<T>, database = test.database) => {
    const counter = open(database);
    return database.write(() => work(counter));
  };
  const take = (wanted: Record<string, number>) =>
    write(async (counter) => Object.fromEntries(await counter.take(new Map(Object.entries(wanted)))));

  it('gives blocks that follow each other, counter by counter', async () => {
    expect(await take({ a: 3, b: 1 })).toEqual({ a: 1, b: 1 });
    expect(await take({ b: 2, c: 1, a: 1 })).toEqual({ a: 4, b: 2, c: 1 });
    expect(await open(test.database).current('b')).toBe(3);
    expect(await open(test.database).current('nothing')).toBe(0);
  });

  it('costs two statements however many numbers a unit of work takes one by one', async () => {
    await take({ a: 1, b: 1 });
    const before = test.database.counts.statements;
    const taken = await write(async (counter) => {
      const numbers: number[] = [];
      for (let n = 0; n < 50; n += 1) numbers.push(await counter.next('a'));
      return numbers;
    });
    expect(taken).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
    expect(test.database.counts.statements - before).toBe(2);
    expect(await take({ a: 1 })).toEqual({ a: 52 });
  });

  it('gives no number twice to those who ask at the same moment in one unit of work', async () => {
    const taken = await write((counter) =>
      Promise.all([counter.next('a'), counter.next('a'), counter.take(new Map([['a', 2]])), counter.next('a')]),
    );
    expect(taken).toEqual([1, 2, new Map([['a', 3]]), 5]);
  });

  it('leaves no hole behind work that failed', async () => {
    await take({ a: 1 });
    const failing = write(async (counter) => {
      await counter.next('a');
      await counter.next('a');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await take({ a: 1 })).toEqual({ a: 2 });
  });

  it('gives each number once to processes that begin a counter at the same moment', async () => {
    const other = await test.another();
    const one = (n: number) =>
      write(
        async (counter) => {
          const [first, second] = [await counter.next('a'), await counter.next('a')];
          return [first, second];
        },
        n % 2 === 0 ? test.database : other,
      );
    const taken = (await Promise.all(Array.from({ length: 20 }, (_, n) => one(n)))).flat();
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });
});

it('refuses a table of something else', () => {
  const wide = defineTable<{ a: string; b: number; c: number }>(
    'wide',
    { a: column.id(), b: column.int(), c: column.int() },
    { primary: ['a'] },
  );
  expect(() => new Counter(test.database, wide)).toThrow('wide is no table of counters');
});

describe('sweep', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const keep = (seconds: readonly number[]) =>
    test.database.write(() =>
      test.database.insert(
        marks,
        seconds.map((second, n) => ({ id: `m${n}`, at: at(second) })),
      ),
    );

  it('deletes what is older, in slices, and keeps the rest', async () => {
    await keep(Array.from({ length: 25 }, (_, n) => n));
    const before = test.database.counts.commits;
    expect(await sweep(test.database, marks, 'at', at(20), 6)).toBe(20);
    expect(test.database.counts.commits - before).toBe(3);
    expect((await test.database.rows(marks, 'ORDER BY `at`')).map((row) => row.at)).toEqual(
      [20, 21, 22, 23, 24].map(at),
    );
  });

  it('ends when more rows than a slice are of one instant', async () => {
    await keep([1, 1, 1, 1, 1, 1, 9]);
    expect(await sweep(test.database, marks, 'at', at(5), 3)).toBe(6);
    expect(await test.database.rows(marks, '')).toHaveLength(1);
  });
});
