import { migrate } from '#persistence';
import { ownerOptions } from '#platform';
import { SCHEMAS } from '../../schemas.js';
import type { Outcome, Task } from '../perform.js';

/** Brings every service's database to the current schema. Several processes may run it at once. */
export async function migrateAll({ config, say }: Task): Promise<Outcome> {
  const services = [];
  for (const schema of SCHEMAS) {
    const report = await migrate(schema, ownerOptions(config));
    say(`${schema.service}: ${report.applied.length > 0 ? report.applied.join(', ') : 'up to date'}`);
    services.push(report);
  }
  return { ok: true, services, lines: ['databases are up to date'] };
}
