import { Database, openConnections, type DatabaseOptions, type ServiceSchema } from '#persistence';

/**
 * Statements of somebody who owns the databases: the rights of the services' users, and what the file refuses to services,
 * are nothing to them.
 */
export async function tamper(schema: ServiceSchema, options: DatabaseOptions, ...sql: string[]): Promise<void> {
  const database = new Database(await openConnections(schema, options));
  try {
    await database.write(async () => {
      for (const trigger of await triggersOf(database)) await database.execute(`DROP TRIGGER \`${trigger}\``);
      for (const statement of sql) await database.execute(statement);
    });
  } finally {
    await database.close();
  }
}

/** What keeps rows of a SQLite file from being changed. */
async function triggersOf(database: Database): Promise<string[]> {
  if ((await database.version()).kind !== 'sqlite') return [];
  const rows = await database.query<{ name: string }>("SELECT `name` FROM `sqlite_master` WHERE `type` = 'trigger'");
  const own = `${database.connections.service}_`;
  return rows.flatMap(({ name }) => (name.startsWith(own) ? [name] : []));
}
