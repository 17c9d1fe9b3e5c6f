import { AuditTrail, Database, migrate, openConnections, type ServiceSchema } from '#persistence';
import { ownerOptions } from '#platform';
import type { StandaloneConfig } from '../standalone.config.js';
import type { Manifest } from './manifest.js';

/** The chain that tells when a database was put back, and by whom. */
const CHAIN = 'database';

/** Brings restored databases to the present schema, and writes into the audit trail of each that it was restored. */
export async function writeDown(
  config: StandaloneConfig,
  schemas: readonly ServiceSchema[],
  { takenAt, version }: Pick<Manifest, 'takenAt' | 'version'>,
): Promise<void> {
  for (const schema of schemas) {
    await migrate(schema, ownerOptions(config));
    const database = new Database(await openConnections(schema, ownerOptions(config)));
    try {
      const fact = { subject: CHAIN, act: 'database.restored', object: `${takenAt} ${version}` };
      await database.write(() => Promise.resolve(AuditTrail.of(database).record(fact)));
    } finally {
      await database.close();
    }
  }
}
