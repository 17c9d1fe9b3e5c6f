import { Database, openConnections, type ServiceSchema } from '#persistence';
import { ownerOptions } from '#platform';
import { SCHEMAS } from '../schemas.js';
import type { StandaloneConfig } from '../standalone.config.js';

/** Runs work over the database of every service that has some table, one after the other. */
export async function eachStore<T>(
  config: StandaloneConfig,
  table: string,
  work: (database: Database, schema: ServiceSchema) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = [];
  for (const schema of SCHEMAS.filter(({ tables }) => tables.some(({ name }) => name === table))) {
    const database = new Database(await openConnections(schema, ownerOptions(config)));
    try {
      answers.push(await work(database, schema));
    } finally {
      await database.close();
    }
  }
  return answers;
}
