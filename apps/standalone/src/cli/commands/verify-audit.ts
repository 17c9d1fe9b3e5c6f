import { AnchorFile, verifyAudit, type AuditBreak, type AuditVerdict } from '#persistence';
import { anchorFile, checkpointKeys, databaseOptions } from '#platform';
import { eachStore } from '../stores.js';
import type { Outcome, Task } from '../perform.js';

type ServiceVerdict = AuditVerdict & { readonly service: string };

/**
 * Walks the audit chains and checkpoints of all services, and compares them with the keys and what was told outside of the
 * databases; services may go on meanwhile. `--anchor` names another file of anchors, or a log; `--since-restore` the moment
 * of a restore from a backup.
 */
export async function verifyAuditTrail({ config, options }: Task): Promise<Outcome> {
  const keys = checkpointKeys(config);
  const given = options['anchor'] as string | undefined;
  const restoredAt = options['sinceRestore'] as Date | undefined;
  const services = await eachStore(config, 'audit_entry', async (database, schema): Promise<ServiceVerdict> => {
    const { service, stated } = schema;
    const file = given === undefined ? anchorFile(config, databaseOptions(config), service) : new AnchorFile(given);
    return { service, ...(await verifyAudit(database, { keys, stated, anchored: { file, restoredAt } })) };
  });
  return { ok: services.every(({ broken }) => !broken), services, lines: services.map(inWords) };
}

function inWords({ service, chains, entries, checkpoints, anchors, sealed, broken }: ServiceVerdict): string {
  const seal = sealed ? `sealed ${sealed.at} by ${sealed.seq}:${sealed.hash.slice(0, 16)}` : 'not sealed yet';
  const counts = `${entries} entries in ${chains} chains, ${checkpoints} checkpoints, ${anchors} anchors, ${seal}`;
  return broken
    ? `✗ ${service.padEnd(14)} ${placeOf(broken)}: ${broken.reason}\n    ${counts}`
    : `✓ ${service.padEnd(14)} ${counts}`;
}

const placeOf = ({ table, subject, seq }: AuditBreak): string =>
  [table, subject, seq].filter((part) => part !== undefined).join(' ');
