import { createConnection } from 'mysql2/promise';
import { DataSource, type QueryRunner } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { userOf, type Connections, type DatabaseOptions, type Session, type SqlResult } from './connections.js';
import { mysql } from './dialect.js';
import { entitySchema } from './entity-schema.js';
import type { ServiceSchema } from './schema.js';
import type { SqlParam } from './table.js';

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** The database of a service on a server, where it must exist. */
export async function openMysql(schema: ServiceSchema, options: DatabaseOptions): Promise<Connections> {
  const user = userOf(options.user, schema);
  const dataSource = new DataSource({
    type: (await isMariaDb(options, user)) ? 'mariadb' : 'mysql',
    host: options.host,
    port: options.port,
    username: user,
    password: options.password,
    database: `${options.prefix}${schema.service}`,
    entities: schema.tables.map((table) => entitySchema(table, mysql)),
    migrations: [...schema.migrations],
    migrationsTableName: 'schema_migration',
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    connectTimeout: 3000,
    poolSize: options.poolSize,
    extra: { enableKeepAlive: true, supportBigNumbers: true },
  });
  await dataSource.initialize();
  await readCommitted(dataSource);
  const session = async (): Promise<Session> => {
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    return { run: (sql, params) => run(runner, sql, params), release: () => runner.release() };
  };
  return {
    service: schema.service,
    dialect: mysql,
    writer: session,
    read: async (sql, params) => {
      const reader = await session();
      try {
        return await reader.run(sql, params);
      } finally {
        await reader.release();
      }
    },
    schemaSource: (work) => work(dataSource),
    close: () => dataSource.destroy(),
  };
}

async function run(runner: QueryRunner, sql: string, params: readonly SqlParam[]): Promise<SqlResult> {
  const result = await runner.query(sql, [...params], true);
  return { rows: result.records as Record<string, unknown>[], affected: result.affected ?? 0 };
}

/** MariaDB tells the default of a column in its own way; TypeORM must know whom it talks to, or it sees drift. */
async function isMariaDb({ host, port, password }: DatabaseOptions, user: string): Promise<boolean> {
  const connection = await createConnection({ host, port, user, password, connectTimeout: 3000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '');
  } finally {
    await connection.end();
  }
}

async function readCommitted(dataSource: DataSource): Promise<void> {
  const pool: unknown = (dataSource.driver as MysqlDriver).pool;
  (pool as { on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void }).on(
    'connection',
    (connection) => connection.query(READ_COMMITTED),
  );
  // The pool made its first connection before anybody could listen.
  await dataSource.query(READ_COMMITTED);
}
