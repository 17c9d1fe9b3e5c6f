import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import {
  column,
  createTable,
  defineTable,
  type Database,
  type MigrationInterface,
  type QueryRunner,
  type ServiceSchema,
  type TableDef,
} from '#persistence';
import { openTestDatabase, type TestDatabase } from '#testing';
import { Clock } from '../clock.js';
import { createIdempotencyKeyTable, idempotencyKeys } from './idempotency-key.table.js';
import { OncePerKey } from './once-per-key.js';

const effectColumns = { id: column.id(), key: column.text(20) };
const effects = defineTable<{ id: string; key: string }>('effect', effectColumns, { primary: ['id'] });

class CreateEffects1760000000000 implements MigrationInterface {
  name = 'CreateEffects1760000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'effect', effectColumns, effects.keys);
    await createIdempotencyKeyTable(runner);
  }
  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const schema: ServiceSchema = {
  service: 'once',
  tables: [effects, idempotencyKeys] as unknown as TableDef<never>[],
  migrations: [CreateEffects1760000000000],
};

/** One process of a service: what it does for a request, in a group with whatever else is on its way. */
class Process {
  private readonly once: OncePerKey;

  constructor(
    readonly name: string,
    readonly database: Database,
  ) {
    this.once = new OncePerKey(database, new Clock());
  }

  /** Answers which process had the effect. */
  send(key: string): Promise<unknown> {
    const reply = { statusCode: 201, header: () => reply, status: () => reply };
    const work = () => {
      this.database.unit.collect(
        effects,
        'state',
        (rows: { id: string; key: string }[]) => this.database.insert(effects, rows),
        [{ id: `${this.name}-${key}`, key }],
      );
      return Promise.resolve(() => this.name);
    };
    return this.once.run(
      { actor: 'a', key, hash: 'same' },
      reply as unknown as FastifyReply,
      () => Promise.resolve(work),
      async (kept) => (await this.database.write(kept, { group: 'effects' }))(),
    );
  }
}

let test: TestDatabase;
let processes: Process[];
beforeEach(async () => {
  test = await openTestDatabase(schema);
  processes = [new Process('one', test.database), new Process('two', await test.another())];
});
afterEach(() => test.drop());

it('has one effect per key, told by all processes, and costs few transactions', async () => {
  const keys = Array.from({ length: 40 }, (_, n) => `k${n}`);
  const answers = await Promise.all(processes.map((process) => Promise.all(keys.map((key) => process.send(key)))));
  const kept = await test.database.rows(effects, 'ORDER BY `key`');
  expect(kept).toHaveLength(keys.length);
  const byKey = new Map(kept.map(({ id, key }) => [key, id.split('-')[0]]));
  for (const answer of answers) expect(answer).toEqual(keys.map((key) => byKey.get(key)));
  for (const { database } of processes) {
    expect(database.counts.commits).toBeLessThanOrEqual(4);
    expect(database.counts.rollbacks).toBeLessThanOrEqual(4);
  }
});
