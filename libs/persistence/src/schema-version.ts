import type { Connections } from './connections.js';
import type { ServiceSchema } from './schema.js';

/** How a database stands to the migrations that this version knows. */
export interface SchemaVersion {
  /** Names of those that were applied, oldest first. */
  readonly applied: readonly string[];
  /** Applied by a newer version: this one does not know them. */
  readonly unknown: readonly string[];
  readonly pending: readonly string[];
}

/** A newer version has changed the database; what this one would write there might be wrong. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';

  constructor(service: string, unknown: readonly string[]) {
    super(
      `The database of ${service} was changed by a newer version of Qijing (${unknown.join(', ')}). ` +
        'Start that version, or restore a backup from before the update.',
    );
  }
}

/** The names of a schema's migrations, oldest first. */
export const migrationNames = ({ migrations }: Pick<ServiceSchema, 'migrations'>): string[] =>
  migrations.map((Migration) => new Migration().name ?? Migration.name);

/** Compares what was applied with what this version knows; a database without tables has everything before it. */
export async function schemaVersion(schema: ServiceSchema, connections: Connections): Promise<SchemaVersion> {
  const known = migrationNames(schema);
  const applied = await appliedTo(connections);
  return {
    applied,
    unknown: applied.filter((name) => !known.includes(name)),
    pending: known.filter((name) => !applied.includes(name)),
  };
}

/** @throws NewerSchema when a newer version has migrated the database */
export async function refuseNewerSchema(schema: ServiceSchema, connections: Connections): Promise<void> {
  const { unknown } = await schemaVersion(schema, connections);
  if (unknown.length > 0) throw new NewerSchema(schema.service, unknown);
}

async function appliedTo(connections: Connections): Promise<string[]> {
  try {
    const { rows } = await connections.read('SELECT m.`name` FROM `schema_migration` m ORDER BY m.`id`', []);
    return rows.map(({ name }) => String(name));
  } catch (error) {
    if (connections.dialect.isMissingTable(error)) return [];
    throw error;
  }
}
