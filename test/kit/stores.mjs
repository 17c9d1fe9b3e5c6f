import libsql from 'libsql';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from 'mysql2/promise';

/** Services that events reach or come from, in the order data travels. */
export const SERVICES = ['intake', 'routing', 'cases', 'notifications'];
export const ALL_SERVICES = [...SERVICES, 'identity'];

/** The one file of all services of the embedded profile; before there was one, each had its own. */
const SHARED = 'qijing.sqlite';
const isShared = (dir) => existsSync(join(dir, SHARED));

/** The file of a service in a data folder. */
export const fileOf = (dir, service) => join(dir, isShared(dir) ? SHARED : `${service}.sqlite`);

/** What a table of a service is called there: in the file that all share it bears the service's name. */
export const tableOf = (service, name, dir) => (isShared(dir) ? `${service}_${name}` : name);

/** Opens the file of a service, past every process that works with it. */
export function openFile(dir, service, options) {
  const database = new libsql(fileOf(dir, service), options);
  database.exec('PRAGMA busy_timeout = 5000');
  return database;
}

/** Every table in the files of a data folder, with the connection that reads it. `name` is what its service calls it. */
export function tablesIn(dir) {
  const files = isShared(dir)
    ? [{ database: openFile(dir, '', { readonly: true }) }]
    : ALL_SERVICES.map((service) => ({ service, database: openFile(dir, service, { readonly: true }) }));
  return files.flatMap(({ service: owner, database }) =>
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name: table }) => {
        const service = owner ?? ALL_SERVICES.find((each) => table.startsWith(`${each}_`));
        return { database, service, table, name: owner ? table : table.slice((service ?? '').length + 1) };
      }),
  );
}

/**
 * Looks into the databases of a system from outside, past every proxy. In SQL a table of the service is `` `@name` ``.
 * @param {{sqliteDir?: string, mysql?: {host: string, port: number, user: string, password: string, prefix: string}}} where
 */
export const storesOf = ({ sqliteDir, mysql }) => (sqliteDir ? files(sqliteDir) : server(mysql));

function files(dir) {
  const open = new Map();
  const prepared = (service, sql) => {
    const file = fileOf(dir, service);
    if (!open.has(file)) open.set(file, openFile(dir, service));
    return open.get(file).prepare(sql.replaceAll('`@', `\`${tableOf(service, '', dir)}`));
  };
  // all(), not get(): a statement that is not read to its end would hold the file's past open
  const all = async (service, sql, params = []) => prepared(service, sql).all(...params);
  const has = async (service, name) =>
    existsSync(fileOf(dir, service)) &&
    (await all(service, 'SELECT name FROM sqlite_master WHERE name = ?', [tableOf(service, name, dir)])).length > 0;
  return {
    all,
    run: async (service, sql, params = []) => void prepared(service, sql).run(...params),
    has,
    /** The number that a table gave its newest row ever; 0 where a system has no such table. */
    lastSerial: async (service, name) => {
      if (!(await has(service, name))) return 0;
      const serial = 'SELECT seq FROM sqlite_sequence WHERE name = ?';
      return Number((await all(service, serial, [tableOf(service, name, dir)]))[0]?.seq ?? 0);
    },
    close: async () => [...open.values()].forEach((database) => database.close()),
    drop: async () => undefined,
  };
}

function server({ prefix, ...connection }) {
  const pool = createPool({
    ...connection,
    connectionLimit: 4,
    connectTimeout: 2_000,
    dateStrings: true,
    timezone: 'Z',
    supportBigNumbers: true,
  });
  pool.on('error', () => undefined);
  // what others are writing must not be waited for, nor waits for us
  pool.pool.on('connection', (opened) => opened.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  const named = (service, sql) => sql.replaceAll('`@', `\`${prefix}${service}\`.\``);
  const all = async (service, sql, params = []) => (await pool.query(named(service, sql), params))[0];
  const TABLES = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?';
  const tables = async (service) => (await all(service, TABLES, [`${prefix}${service}`])).map(({ name }) => name);
  return {
    all,
    run: async (...query) => void (await all(...query)),
    /** The tables that a service has made. */
    tables,
    has: async (service, name) => (await tables(service)).includes(name),
    close: () => pool.end(),
    drop: async (services = ALL_SERVICES) => {
      for (const service of services) await pool.query(`DROP DATABASE IF EXISTS \`${prefix}${service}\``);
    },
  };
}
