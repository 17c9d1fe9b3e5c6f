import libsql from 'libsql';
import { join } from 'node:path';
import { createPool } from 'mysql2/promise';

export const SERVICES = ['intake', 'routing', 'cases', 'notifications'];
const ALL = [...SERVICES, 'identity'];

/**
 * Looks into the databases from outside, past every proxy. In SQL a table of the service is written `` `@name` ``.
 */
export function storesOf({ sqliteDir, mysql }) {
  return sqliteDir ? files(sqliteDir) : server(mysql);
}

function files(dir) {
  const open = new Map();
  const of = (service) => {
    if (!open.has(service)) {
      const database = new libsql(join(dir, `${service}.sqlite`));
      database.exec('PRAGMA busy_timeout = 2000');
      open.set(service, database);
    }
    return open.get(service);
  };
  return {
    all: async (service, sql, params = []) =>
      of(service)
        .prepare(sql.replaceAll('`@', '`'))
        .all(...params),
    run: async (service, sql, params = []) =>
      void of(service)
        .prepare(sql.replaceAll('`@', '`'))
        .run(...params),
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
  });
  pool.on('error', () => undefined);
  const named = (service, sql) => sql.replaceAll('`@', `\`${prefix}${service}\`.\``);
  return {
    all: async (service, sql, params = []) => (await pool.query(named(service, sql), params))[0],
    run: async (service, sql, params = []) => void (await pool.query(named(service, sql), params)),
    close: () => pool.end(),
    /** How many tables a service has made for itself. */
    tables: async (service) => {
      const made =
        "SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = ? AND table_name <> 'schema_migration'";
      return Number((await pool.query(made, [`${prefix}${service}`]))[0][0].n);
    },
    drop: async (services = ALL) => {
      for (const service of services) await pool.query(`DROP DATABASE IF EXISTS \`${prefix}${service}\``);
    },
  };
}
