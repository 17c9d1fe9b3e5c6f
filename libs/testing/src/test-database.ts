import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Database, migrate, openConnections, type DatabaseOptions, type ServiceSchema } from '#persistence';

/** Which kind of real parts a test runs on. */
export type TestProfile = 'embedded' | 'cluster';

/** The profile of this run: `QIJING_TEST_PROFILE`, embedded by default. */
export const testProfile = (): TestProfile =>
  process.env['QIJING_TEST_PROFILE'] === 'cluster' ? 'cluster' : 'embedded';

/** A database that lives as long as a test. */
export interface TestDatabase {
  readonly database: Database;
  readonly options: DatabaseOptions;
  /**
   * A further `Database` on the same data, as another process would have it, of another version of the service if given;
   * closed with the rest.
   */
  another(version?: ServiceSchema): Promise<Database>;
  /** Closes everything and deletes the data. */
  drop(): Promise<void>;
}

/** A variable of the environment that names a real part. */
export function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the stack (npm run stack:up) or run the rung by npm test`);
  return value;
}

/**
 * Settings of a place where nobody else is: a temporary folder, or a fresh prefix on the server of QIJING_DB_*, as whoever
 * owns the databases there.
 */
export function testDatabaseOptions(profile: TestProfile = testProfile()): DatabaseOptions {
  const unique = `${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const cluster = profile === 'cluster';
  return {
    profile,
    dataDir: mkdtempSync(join(tmpdir(), 'qijing-test-')),
    host: cluster ? needed('QIJING_DB_HOST') : '',
    port: Number(process.env['QIJING_DB_PORT'] ?? 3306),
    user: process.env['QIJING_DB_MIGRATE_USER'] ?? process.env['QIJING_DB_USER'] ?? 'qijing',
    password: process.env['QIJING_DB_MIGRATE_PASSWORD'] ?? process.env['QIJING_DB_PASSWORD'] ?? '',
    prefix: `qijing_test_${unique}_`,
    poolSize: 16,
  };
}

/** Opens a fresh, migrated database of a service. */
export async function openTestDatabase(schema: ServiceSchema, profile?: TestProfile): Promise<TestDatabase> {
  const options = testDatabaseOptions(profile);
  await migrate(schema, options);
  const opened: Database[] = [];
  const another = async (version = schema): Promise<Database> => {
    const database = new Database(await openConnections(version, options));
    opened.push(database);
    return database;
  };
  const drop = async (): Promise<void> => {
    for (const database of opened) await database.close();
    await dropTestDatabase(schema, options);
  };
  return { database: await another(), options, another, drop };
}

/** Deletes the data of a service that was put there with these options. */
export async function dropTestDatabase({ service }: ServiceSchema, options: DatabaseOptions): Promise<void> {
  rmSync(options.dataDir, { recursive: true, force: true });
  if (options.profile === 'embedded') return;
  const { host, port, user, password, prefix } = options;
  const connection = await createConnection({ host, port, user, password });
  await connection.query(`DROP DATABASE IF EXISTS \`${prefix}${service}\``);
  await connection.end();
}
