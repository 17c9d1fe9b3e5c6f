import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { Aggregates, Database, isUnavailable, migrate, schemaDrift, type ServiceSchema } from '#persistence';
import { dropTestDatabase, effectsSchema, openTestDatabase, testDatabaseOptions, type TestDatabase } from '#testing';
import { countersSchema, counters, type CounterRow } from './counters.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));
const profiles = ['embedded', 'cluster'] as const;

/** The schema of every service there is, found by its file. */
async function serviceSchemas(): Promise<ServiceSchema[]> {
  const schemas: ServiceSchema[] = [effectsSchema];
  for (const app of existsSync(apps) ? readdirSync(apps) : []) {
    const folder = join(apps, app, 'src/outbound/database');
    const file = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.schema.ts'));
    if (!file) continue;
    const found = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
    schemas.push(...Object.values(found).filter(isSchema));
  }
  return schemas;
}

const isSchema = (value: unknown): value is ServiceSchema =>
  typeof value === 'object' && value !== null && 'service' in value && 'migrations' in value;

const open: TestDatabase[] = [];
afterEach(async () => {
  for (const test of open.splice(0)) await test.drop();
}, 30_000);

async function opened(schema: ServiceSchema, profile: 'embedded' | 'cluster'): Promise<TestDatabase> {
  const test = await openTestDatabase(schema, profile);
  open.push(test);
  return test;
}

describe.each(profiles)('migrations: %s', (profile) => {
  it('bring every service to exactly its declared tables', async () => {
    for (const schema of await serviceSchemas()) {
      const { database } = await opened(schema, profile);
      expect([schema.service, await schemaDrift(database.connections)]).toEqual([schema.service, []]);
    }
  }, 60_000);

  it('may be applied again and do nothing', async () => {
    for (const schema of await serviceSchemas()) {
      const { options } = await opened(schema, profile);
      expect((await migrate(schema, options)).applied).toEqual([]);
    }
  }, 60_000);
});

describe('migrations of several processes at once', () => {
  it('are applied once on a server', async () => {
    const options = testDatabaseOptions('cluster');
    const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(effectsSchema, options)));
    expect(reports.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, effectsSchema.migrations.length]);
    await dropTestDatabase(effectsSchema, options);
  }, 60_000);

  it('wait for the process that is writing an SQLite file', async () => {
    const options = testDatabaseOptions('embedded');
    const script = `import Database from 'libsql';
      const file = new Database(process.argv[1]);
      file.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; CREATE TABLE other (id int)');
      process.stdout.write('writing');
      setTimeout(() => file.exec('COMMIT'), 700);`;
    const file = join(options.dataDir, 'qijing.sqlite');
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], { cwd: process.cwd() });
    await once(child.stdout, 'data');
    expect((await migrate(effectsSchema, options)).applied).toHaveLength(effectsSchema.migrations.length);
    expect((await migrate(effectsSchema, options)).applied).toEqual([]);
    await dropTestDatabase(effectsSchema, options);
  }, 30_000);
});

describe('connections to a server', () => {
  it('all work at READ COMMITTED, the first of the pool too', async () => {
    const { database } = await opened(effectsSchema, 'cluster');
    const level = () =>
      database
        .query<{ level: string }>('SELECT @@SESSION.transaction_isolation AS level')
        .catch(() => database.query<{ level: string }>('SELECT @@SESSION.tx_isolation AS level'));
    const levels = await Promise.all(Array.from({ length: 12 }, level));
    expect(new Set(levels.flat().map((row) => row.level))).toEqual(new Set(['READ-COMMITTED']));
  }, 30_000);

  it('that are killed in the middle of a unit of work count as an outage, and the next unit works', async () => {
    const { database } = await opened(effectsSchema, 'cluster');
    const failing = database.write(async () => {
      const [row] = await database.query<{ id: number }>('SELECT CONNECTION_ID() AS id');
      await database.connections.read(`KILL ${Number(row?.id)}`, []);
      await database.query('SELECT 1').catch(() => undefined);
      await database.query('SELECT 1');
    });
    expect(isUnavailable(await failing.catch((error: unknown) => error))).toBe(true);
    expect(await database.write(() => database.query('SELECT 1 AS one'))).toHaveLength(1);
  }, 30_000);
});

describe.each([
  ['embedded', undefined],
  ['cluster', 'ON'],
  ['cluster', 'OFF'],
] as const)('guarded counters: %s, innodb_snapshot_isolation %s', (profile, snapshotIsolation) => {
  /** Session scope only: the server may be somebody else's. MySQL has no such variable. */
  async function isolate(database: Database): Promise<void> {
    if (snapshotIsolation === undefined) return;
    const known = await database.query("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'");
    if (known.length === 0) return;
    const set = `SET SESSION innodb_snapshot_isolation = ${snapshotIsolation}`;
    await database.connections.schemaSource(async (dataSource) => {
      const pool: unknown = (dataSource.driver as MysqlDriver).pool;
      (pool as { on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void }).on(
        'connection',
        (connection) => connection.query(set),
      );
      await dataSource.query(set);
    });
  }

  it('lose no update: what succeeded was counted, what lost its races left nothing', async () => {
    const { database } = await opened(countersSchema, profile);
    await isolate(database);
    const all = new Aggregates<CounterRow>(database, counters);
    await database.write(() => Promise.resolve(all.add({ id: 'hot', value: 0, version: 0 })));
    const increment = () =>
      database.write(async () => {
        const row = (await all.find('hot')) as CounterRow;
        row.value += 1;
        row.version += 1;
        all.save(row);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, increment));
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    process.stderr.write(
      `${profile} ${snapshotIsolation ?? ''}: ${done} of 50, ${database.counts.rollbacks} rollbacks\n`,
    );
    expect((await all.find('hot'))?.value).toBe(done);
    const faults = outcomes.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(faults.filter((fault) => !fault.includes('lost a race'))).toEqual([]);
    expect(done).toBeGreaterThan(0);
  }, 30_000);

  it('stay below a limit when a guarded UPDATE says so, and the group that lost writes nothing', async () => {
    const { database } = await opened(countersSchema, profile);
    await isolate(database);
    const all = new Aggregates<CounterRow>(database, counters);
    await database.write(() => {
      for (const id of ['u1', 'u2', 'u3']) all.add({ id, value: 0, version: 0 });
      return Promise.resolve();
    });
    const take = () =>
      database.write(async () => {
        const sql = "UPDATE `counter` SET `value` = `value` + 1 WHERE `id` IN ('u1','u2','u3') AND `value` < 20";
        if ((await database.execute(sql)) !== 3) throw new Error('full');
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, take));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect((await database.rows(counters, '')).map(({ value }) => value)).toEqual([20, 20, 20]);
  }, 30_000);
});
