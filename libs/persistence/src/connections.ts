import libsql from 'libsql';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { DataSource, type QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { breathe } from './breathe.js';
import { mysql, sqlite, type Dialect } from './dialect.js';
import { entitySchema } from './entity-schema.js';
import type { ServiceSchema } from './schema.js';
import type { SqlParam } from './table.js';

/** Where the databases are. The embedded profile keeps one SQLite file per service. */
export interface DatabaseOptions {
  readonly profile: 'embedded' | 'cluster';
  /** Folder of the SQLite files. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Database of a service = prefix + service name. */
  readonly prefix: string;
  readonly poolSize: number;
}

/** Nest token of the process's `DatabaseOptions`. */
export const DATABASE_OPTIONS = Symbol('DatabaseOptions');

/** The answer to one statement. */
export interface SqlResult {
  readonly rows: Record<string, unknown>[];
  readonly affected: number;
}

/** One connection, for as long as somebody holds it. */
export interface Session {
  run(sql: string, params: readonly SqlParam[]): Promise<SqlResult>;
  release(): Promise<void>;
}

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** How a dialect hands out its connections. */
export interface Connections {
  readonly dialect: Dialect;
  readonly dataSource: DataSource;
  /** A connection to write through. */
  writer(): Promise<Session>;
  /** Reads outside of any unit of work. */
  read(sql: string, params: readonly SqlParam[]): Promise<SqlResult>;
  close(): Promise<void>;
}

/** Opens the database of a service. It must exist on a server; an SQLite file is created. */
export async function openConnections(schema: ServiceSchema, options: DatabaseOptions): Promise<Connections> {
  return options.profile === 'embedded' ? openSqlite(schema, options) : openMysql(schema, options);
}

async function run(runner: QueryRunner, sql: string, params: readonly SqlParam[]): Promise<SqlResult> {
  const result = await runner.query(sql, [...params], true);
  return { rows: result.records as Record<string, unknown>[], affected: result.affected ?? 0 };
}

/** MariaDB tells the default of a column in its own way; TypeORM must know whom it talks to, or it sees drift. */
async function isMariaDb({ host, port, user, password }: DatabaseOptions): Promise<boolean> {
  const connection = await createConnection({ host, port, user, password, connectTimeout: 3000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '');
  } finally {
    await connection.end();
  }
}

async function openMysql(schema: ServiceSchema, options: DatabaseOptions): Promise<Connections> {
  const dataSource = new DataSource({
    type: (await isMariaDb(options)) ? 'mariadb' : 'mysql',
    host: options.host,
    port: options.port,
    username: options.user,
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
  const pool: unknown = (dataSource.driver as MysqlDriver).pool;
  (pool as { on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void }).on(
    'connection',
    (connection) => connection.query(READ_COMMITTED),
  );
  // The pool made its first connection before anybody could listen.
  await dataSource.query(READ_COMMITTED);
  const session = async (): Promise<Session> => {
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    return { run: (sql, params) => run(runner, sql, params), release: () => runner.release() };
  };
  return {
    dialect: mysql,
    dataSource,
    writer: session,
    read: async (sql, params) => {
      const reader = await session();
      try {
        return await reader.run(sql, params);
      } finally {
        await reader.release();
      }
    },
    close: () => dataSource.destroy(),
  };
}

/** A prepared statement of libsql; parameters go in as one list. */
interface SqliteStatement {
  readonly reader: boolean;
  all(params: readonly SqlParam[]): Record<string, unknown>[];
  run(params: readonly SqlParam[]): { readonly changes: number };
}

/** Statements that stay prepared per connection. */
const MOST_PREPARED = 200;

/**
 * Statements of a connection, prepared once, past TypeORM's query runner: that spreads, copies and announces the
 * parameters of every statement, thousands of them in one INSERT, and nobody listens.
 */
function statementsOf({ driver }: DataSource): Session['run'] {
  const connection = (driver as BetterSqlite3Driver).databaseConnection as { prepare(sql: string): SqliteStatement };
  const prepared = new Map<string, { statement: SqliteStatement; reads: boolean }>();
  const prepare = (sql: string) => {
    const statement = connection.prepare(sql);
    const known = { statement, reads: statement.reader };
    for (const oldest of prepared.keys()) {
      if (prepared.size < MOST_PREPARED) break;
      prepared.delete(oldest);
    }
    prepared.set(sql, known);
    return known;
  };
  const answer = (sql: string, params: readonly SqlParam[]): SqlResult => {
    const { statement, reads } = prepared.get(sql) ?? prepare(sql);
    return reads ? { rows: statement.all(params), affected: 0 } : { rows: [], affected: statement.run(params).changes };
  };
  // eslint-disable-next-line @typescript-eslint/require-await -- what the driver throws must become a rejection
  return async (sql, params) => answer(sql, params);
}

/**
 * SQLite: one writer behind a queue and one reader. TypeORM has one query runner per SQLite data source, so transactions
 * that overlap on it would write into each other.
 */
async function openSqlite(schema: ServiceSchema, options: DatabaseOptions): Promise<Connections> {
  mkdirSync(options.dataDir, { recursive: true });
  const open = async (): Promise<DataSource> => {
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      driver: libsql,
      database: join(options.dataDir, `${schema.service}.sqlite`),
      entities: schema.tables.map((table) => entitySchema(table, sqlite)),
      migrations: [...schema.migrations],
      migrationsTableName: 'schema_migration',
      enableWAL: true,
    });
    await dataSource.initialize();
    await dataSource.query('PRAGMA synchronous = FULL');
    await dataSource.query('PRAGMA busy_timeout = 5000');
    return dataSource;
  };
  const writing = await open();
  const reading = await open();
  await reading.query('PRAGMA query_only = ON');
  const write = statementsOf(writing);
  const read = statementsOf(reading);
  let turn: Promise<void> = Promise.resolve();
  return {
    dialect: sqlite,
    dataSource: writing,
    writer: async () => {
      const before = turn;
      let release!: () => void;
      turn = new Promise((resolve) => (release = resolve));
      await before;
      await breathe();
      return {
        run: write,
        release: () => {
          release();
          return Promise.resolve();
        },
      };
    },
    read,
    close: async () => {
      await turn;
      await writing.destroy();
      await reading.destroy();
    },
  };
}
