import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner, ServiceSchema, TableDef } from '#persistence';
import { openTestDatabase, type TestDatabase } from '#testing';
import {
  createIdempotencyKeyTable,
  IdempotencyKeys,
  idempotencyKeys,
  type IdempotencyRow,
} from './idempotency-key.table.js';

class CreateKeys1760000000000 implements MigrationInterface {
  name = 'CreateKeys1760000000000';
  up(runner: QueryRunner): Promise<void> {
    return createIdempotencyKeyTable(runner);
  }
  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const schema: ServiceSchema = {
  service: 'keys',
  tables: [idempotencyKeys] as unknown as TableDef<never>[],
  migrations: [CreateKeys1760000000000],
};
const answer =
  (key: string, expiresAt = new Date('2026-01-02')) =>
  (): IdempotencyRow => ({
    actor: 'a',
    key,
    requestHash: 'hash',
    status: 201,
    response: { body: { key } },
    expiresAt,
  });

let test: TestDatabase;
let keys: IdempotencyKeys;
beforeEach(async () => {
  test = await openTestDatabase(schema);
  keys = new IdempotencyKeys(test.database);
});
afterEach(() => test.drop());

it('keeps an answer that comes after others were written already', async () => {
  await test.database.write(() => {
    keys.keep(answer('first'));
    test.database.unit.beforeCommit('audit', () => Promise.resolve(keys.keep(answer('late'))));
    return Promise.resolve();
  });
  expect(await test.database.rows(idempotencyKeys, 'ORDER BY `key`')).toEqual([answer('first')(), answer('late')()]);
});

it('forgets answers past their time', async () => {
  await test.database.write(() => {
    for (const day of ['2026-01-02', '2026-01-03', '2026-01-04']) keys.keep(answer(day, new Date(day)));
    return Promise.resolve();
  });
  expect(await keys.sweep(new Date('2026-01-04'))).toBe(2);
  expect(await test.database.rows(idempotencyKeys, '')).toHaveLength(1);
});
