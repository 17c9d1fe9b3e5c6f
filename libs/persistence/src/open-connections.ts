import type { Connections, DatabaseOptions } from './connections.js';
import { openMysql } from './mysql-connections.js';
import type { ServiceSchema } from './schema.js';
import { openSqlite } from './sqlite/sqlite-connections.js';

/** Opens the database of a service. It must exist on a server; an SQLite file is created. */
export async function openConnections(schema: ServiceSchema, options: DatabaseOptions): Promise<Connections> {
  return options.profile === 'embedded' ? openSqlite(schema, options) : openMysql(schema, options);
}
