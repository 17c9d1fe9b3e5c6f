import { createConnection, type Connection } from 'mysql2';
import type { DatabaseOptions } from '../connections.js';
import { MIGRATIONS_TABLE, type CopiedRow, type CopiedRows } from './rows.js';

/** Seconds that the server waits for whoever reads, while files are written. */
const PATIENCE_S = 600;

/** All databases of a deployment as they were at one moment; services go on meanwhile. */
export interface ServerSnapshot {
  /** The moment, by the server's clock; rounded down. */
  readonly at: Date;
  /** Names of the migrations that were applied to a service's database, oldest first. */
  migrations(service: string): Promise<string[]>;
  rows(service: string): CopiedRows;
  close(): Promise<void>;
}

/** Opens a snapshot: one transaction sees the databases of all services, so that no event lies between two of them. */
export async function openServerSnapshot(options: DatabaseOptions): Promise<ServerSnapshot> {
  const { host, port, user, password, prefix } = options;
  const connection = createConnection({
    host,
    port,
    user,
    password,
    connectTimeout: 3000,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    rowsAsArray: true,
    typeCast: (field) => field.string(),
  });
  // Whoever waits for an answer is told as well; without a listener it would end the process.
  connection.on('error', () => undefined);
  const ask = async (sql: string, params: string[] = []) =>
    (await connection.promise().query(sql, params))[0] as CopiedRow[];
  await ask(`SET SESSION net_write_timeout = ${PATIENCE_S}`);
  await ask('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  const [now] = await ask('SELECT FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000)');
  await ask('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  const database = (service: string) => `${prefix}${service}`;
  return {
    at: new Date(Number(now?.[0])),
    migrations: async (service) =>
      (await ask(`SELECT \`name\` FROM \`${database(service)}\`.\`${MIGRATIONS_TABLE}\` ORDER BY \`id\``)).map(
        ([name]) => String(name),
      ),
    rows: (service) => rowsOf(connection, ask, database(service)),
    close: () => connection.promise().end(),
  };
}

async function* rowsOf(
  connection: Connection,
  ask: (sql: string, params: string[]) => Promise<CopiedRow[]>,
  database: string,
): CopiedRows {
  const named = await ask(
    'SELECT c.`TABLE_NAME`, c.`COLUMN_NAME` FROM `information_schema`.`COLUMNS` c ' +
      'WHERE c.`TABLE_SCHEMA` = ? AND c.`TABLE_NAME` <> ? ORDER BY c.`TABLE_NAME`, c.`ORDINAL_POSITION`',
    [database, MIGRATIONS_TABLE],
  );
  const tables = new Map<string, string[]>();
  for (const [table, column] of named) {
    const columns = tables.get(String(table)) ?? [];
    tables.set(String(table), [...columns, String(column)]);
  }
  for (const [table, columns] of tables) {
    yield { table, columns };
    const list = columns.map((column) => `\`${column}\``).join(', ');
    yield* connection.query(`SELECT ${list} FROM \`${database}\`.\`${table}\``).stream() as AsyncIterable<CopiedRow>;
  }
}
