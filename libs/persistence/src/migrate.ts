import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { userOf, type Connections, type DatabaseOptions } from './connections.js';
import { grantRights } from './grants.js';
import { openConnections } from './open-connections.js';
import { sqlite } from './dialect.js';
import type { ServiceSchema } from './schema.js';
import { refuseNewerSchema } from './schema-version.js';

/** What a migration run did. */
export interface MigrationReport {
  readonly service: string;
  readonly applied: string[];
}

/**
 * Creates the database when it is missing, applies what is pending, and gives the service's user its rights. Several
 * processes may call it at once.
 */
export async function migrate(schema: ServiceSchema, options: DatabaseOptions): Promise<MigrationReport> {
  if (options.profile === 'cluster') await createDatabase(schema, options);
  const connections = await openConnections(schema, options);
  try {
    const applied = await applyMigrations(schema, connections);
    await grantRights(connections, options);
    return { service: schema.service, applied };
  } finally {
    await connections.close();
  }
}

/**
 * Applies pending migrations over open connections.
 * @throws NewerSchema when a newer version has been here
 */
export async function applyMigrations(schema: ServiceSchema, connections: Connections): Promise<string[]> {
  await refuseNewerSchema(schema, connections);
  const { service } = schema;
  const migrateIt = connections.dialect.name === 'sqlite' ? migrateFile : migrateServer;
  return connections.schemaSource((dataSource) => migrateIt(dataSource, service));
}

async function migrateServer(dataSource: DataSource, service: string): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  const name = `qijing_migrate_${service}`;
  try {
    const [answer] = (await lock.query('SELECT GET_LOCK(?, 60) AS taken', [name])) as { taken: number | string }[];
    if (Number(answer?.taken) !== 1) throw new Error(`another process has been migrating ${service} for 60 s`);
    return (await dataSource.runMigrations({ transaction: 'each' })).map((applied) => applied.name);
  } finally {
    await lock.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
    await lock.release();
  }
}

/** One transaction for all, which keeps other processes out of the file from the first statement on. */
async function migrateFile(dataSource: DataSource): Promise<string[]> {
  await dataSource.query('PRAGMA busy_timeout = 5000');
  await dataSource.query(sqlite.beginSql);
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
export function schemaDrift(connections: Connections): Promise<string[]> {
  return connections.schemaSource(async (dataSource) => {
    const log = await dataSource.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query);
  });
}

async function createDatabase(schema: ServiceSchema, options: DatabaseOptions): Promise<void> {
  const { host, port, password, prefix } = options;
  const user = userOf(options.user, schema);
  const connection = await createConnection({ host, port, user, password, connectTimeout: 3000 });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${prefix}${schema.service}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  } finally {
    await connection.end();
  }
}
