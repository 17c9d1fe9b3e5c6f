import { verifyAudit, type AuditVerdict } from '#persistence';
import { eachStore } from '../stores.js';
import type { Outcome, Task } from '../perform.js';

type ServiceVerdict = AuditVerdict & { readonly service: string };

/** Walks the audit chains and checkpoints of all services; services may go on meanwhile. */
export async function verifyAuditTrail({ config }: Task): Promise<Outcome> {
  const services = await eachStore(config, 'audit_entry', async (database, { service }): Promise<ServiceVerdict> => ({
    service,
    ...(await verifyAudit(database)),
  }));
  return { ok: services.every(({ broken }) => !broken), services, lines: services.map(inWords) };
}

function inWords({ service, chains, entries, checkpoints, sealed, broken }: ServiceVerdict): string {
  const seal = sealed ? `sealed ${sealed.at} by ${sealed.seq}:${sealed.hash.slice(0, 16)}` : 'not sealed yet';
  const counts = `${entries} entries in ${chains} chains, ${checkpoints} checkpoints, ${seal}`;
  const where = broken && [broken.table, broken.subject, broken.seq].filter((part) => part !== undefined).join(' ');
  return broken
    ? `✗ ${service.padEnd(14)} ${where ?? ''}: ${broken.reason}\n    ${counts}`
    : `✓ ${service.padEnd(14)} ${counts}`;
}
