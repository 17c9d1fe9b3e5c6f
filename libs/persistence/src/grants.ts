import type { DataSource } from 'typeorm';
import { userOf, type Connections, type DatabaseOptions } from './connections.js';
import { auditTables } from './audit/audit-tables.js';

const WORK = 'SELECT, INSERT, UPDATE, DELETE';
/** What a service may do where it may do less: nothing changes or deletes what was written down, or the schema. */
const LESS: ReadonlyMap<string, string> = new Map([
  ...auditTables.map(({ name }) => [name, 'SELECT, INSERT'] as const),
  ['schema_migration', 'SELECT'],
]);

/**
 * Gives the user of a service its rights, table by table, after they were migrated: the right to change some tables cannot be
 * taken out of a right to change all. The owner of the database needs the right to pass its own on.
 */
export function grantRights(connections: Connections, { serviceUser }: DatabaseOptions): Promise<void> {
  return connections.schemaSource(async (dataSource) => {
    if (serviceUser === undefined || connections.dialect.name !== 'mysql') return;
    const user = userOf(serviceUser, connections);
    for (const table of await tablesOf(dataSource)) {
      await dataSource.query(`GRANT ${LESS.get(table) ?? WORK} ON \`${table}\` TO ?@'%'`, [user]);
    }
  });
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const found = await dataSource.query<{ name: string }[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
  );
  return found.map(({ name }) => name);
}
