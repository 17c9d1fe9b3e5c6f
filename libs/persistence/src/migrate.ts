import { createConnection } from 'mysql2/promise';
import type { Connections, DatabaseOptions } from './connections.js';
import { openConnections } from './connections.js';
import type { ServiceSchema } from './schema.js';

/** What a migration run did. */
export interface MigrationReport {
  readonly service: string;
  readonly applied: string[];
}

/** Creates the database when it is missing and applies what is pending. Several processes may call it at once. */
export async function migrate(schema: ServiceSchema, options: DatabaseOptions): Promise<MigrationReport> {
  if (options.profile === 'cluster') await createDatabase(schema, options);
  const connections = await openConnections(schema, options);
  try {
    return { service: schema.service, applied: await applyMigrations(schema, connections) };
  } finally {
    await connections.close();
  }
}

/** Applies pending migrations over open connections. */
export async function applyMigrations(schema: ServiceSchema, connections: Connections): Promise<string[]> {
  const { dataSource, dialect } = connections;
  if (dialect.name === 'sqlite') return migrateFile(connections);
  const lock = dataSource.createQueryRunner();
  const name = `qijing_migrate_${schema.service}`;
  try {
    const [answer] = (await lock.query('SELECT GET_LOCK(?, 60) AS taken', [name])) as { taken: number | string }[];
    if (Number(answer?.taken) !== 1) throw new Error(`another process has been migrating ${schema.service} for 60 s`);
    return (await dataSource.runMigrations({ transaction: 'each' })).map((applied) => applied.name);
  } finally {
    await lock.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
    await lock.release();
  }
}

/** One transaction for all, which keeps other processes out of the file from the first statement on. */
async function migrateFile({ dataSource, dialect }: Connections): Promise<string[]> {
  await dataSource.query(dialect.beginSql);
  try {
    const applied = await dataSource.runMigrations({ transaction: 'none' });
    await dataSource.query('COMMIT');
    return applied.map(({ name }) => name);
  } catch (error) {
    await dataSource.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Statements that would bring the database to the declared tables; empty when nothing drifted. */
export async function schemaDrift(connections: Connections): Promise<string[]> {
  const log = await connections.dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map(({ query }) => query);
}

async function createDatabase(schema: ServiceSchema, options: DatabaseOptions): Promise<void> {
  const { host, port, user, password, prefix } = options;
  const connection = await createConnection({ host, port, user, password, connectTimeout: 3000 });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${prefix}${schema.service}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  } finally {
    await connection.end();
  }
}
