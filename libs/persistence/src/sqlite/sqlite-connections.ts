import libsql from 'libsql';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Connections, DatabaseOptions, Session } from '../connections.js';
import { sqlite } from '../dialect.js';
import { entitySchema } from '../entity-schema.js';
import type { ServiceSchema } from '../schema.js';
import { SqliteFile } from './sqlite-file.js';
import { statementsOf } from './statements.js';
import { prefixer, tablePrefix } from './table-prefix.js';

/** The file of the embedded profile in its data folder. */
export const sharedFile = (dataDir: string): string => join(dataDir, 'qijing.sqlite');

/** A service's tables in the file of all services. */
export function openSqlite(schema: ServiceSchema, { dataDir }: DatabaseOptions): Connections {
  const { service } = schema;
  const former = join(dataDir, `${service}.sqlite`);
  if (existsSync(former)) {
    throw new Error(
      `${former} was written by version 0.1.0, whose files are not taken over: move the folder ${dataDir} away and start anew`,
    );
  }
  const file = SqliteFile.open(sharedFile(dataDir));
  const fit = prefixer(service);
  const statements = statementsOf(file.connection, fit);
  // eslint-disable-next-line @typescript-eslint/require-await -- what the driver throws must become a rejection
  const run: Session['run'] = async (sql, params) => statements(sql, params);
  return {
    service,
    dialect: sqlite,
    writer: () => file.writer(run),
    within: () => ({ run, release: () => Promise.resolve() }),
    read: async (sql, params) => ({ rows: await file.reader.read(fit(sql), params), affected: 0 }),
    schemaSource: async (work) => {
      const turn = await file.writer(run);
      const dataSource = schemaSource(schema, file.path);
      try {
        return await work(await dataSource.initialize());
      } finally {
        await dataSource.destroy();
        await turn.release();
      }
    },
    close: () => file.close(),
  };
}

/**
 * TypeORM's way to the tables, for migrations and the drift check, over a connection of its own. Migrations name tables as
 * services do, so the driver fits their statements too.
 */
function schemaSource({ service, tables, migrations }: ServiceSchema, path: string): DataSource {
  const fit = prefixer(service);
  return new DataSource({
    type: 'better-sqlite3',
    driver: class extends libsql {
      constructor(...opened: ConstructorParameters<typeof libsql>) {
        super(...opened);
        const prepare = this.prepare.bind(this);
        this.prepare = (sql: string) => prepare(fit(sql));
      }
    },
    database: path,
    entityPrefix: tablePrefix(service),
    entities: tables.map((table) => entitySchema(table, sqlite, tablePrefix(service))),
    migrations: [...migrations],
    migrationsTableName: `${tablePrefix(service)}schema_migration`,
  });
}
