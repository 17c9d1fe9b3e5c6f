import { Load } from '../harness/load.mjs';
import { openWorld } from '../harness/world.mjs';
import { killsAtSteps } from './r1-steps.mjs';
import { killsDuringMigration, killsDuringFirstStart } from './r1-migrations.mjs';
import { killsDuringRebalance } from './r1-rebalance.mjs';

const COMMITTING = ['database.before-commit', 'database.after-commit'];
const CONSUMING = ['inbox.handled', 'inbox.committed'];
/** The steps that each service passes while the load runs; notifications publishes nothing, identity consumes nothing
 * and publishes only where accounts of contacts change. */
const STEPS = {
  intake: [...COMMITTING, 'relay.sent', ...CONSUMING],
  routing: [...COMMITTING, 'relay.sent', ...CONSUMING],
  cases: [...COMMITTING, 'relay.sent', ...CONSUMING],
  notifications: [...COMMITTING, ...CONSUMING],
  identity: [...COMMITTING, 'relay.sent'],
  // one process hands events over inside the transaction: none is sent, none is taken in a transaction of its own
  standalone: [...COMMITTING, 'inbox.handled'],
};
const WHEN = ['steps', 'rebalance', 'migration'];

/**
 * R1: kill −9 at every named step of every service, during a rebalance and during the migrations. `only` names services, or
 * what is going on at the time (steps, rebalance, migration), or both.
 */
export async function killedServices(context) {
  const { profile, only = [], runs = 2 } = context;
  const among = (names) => names.filter((name) => only.includes(name));
  const when = among(WHEN).length > 0 ? among(WHEN) : WHEN;
  const all = profile === 'embedded' ? ['standalone'] : ['intake', 'routing', 'cases', 'notifications', 'identity'];
  const services = among(all).length > 0 ? among(all) : all;
  const lines = [];
  if (when.includes('steps') || (profile === 'cluster' && when.includes('rebalance')))
    lines.push(...(await whileItRuns({ ...context, runs }, services, when)));
  if (when.includes('migration'))
    lines.push(
      profile === 'embedded'
        ? await killsDuringFirstStart({ ...context, runs })
        : await killsDuringMigration({ ...context, runs }, services),
    );
  return lines;
}

async function whileItRuns(context, services, when) {
  const { profile, runs, say } = context;
  const lines = [];
  const world = await openWorld(context);
  world.failed = (error) => say(`client: ${error.message}`);
  try {
    for (const service of services) {
      const random = context.random.of(`R1 ${service}`);
      const load = new Load(world, {
        ...context,
        random,
        ...(service === 'identity' && { signInsPerSecond: 3, contactsPerSecond: 1 }),
      });
      const part = { ...context, random, world, load, service };
      if (when.includes('steps')) lines.push(await killsAtSteps(part, plansOf(service, runs)));
      if (profile === 'cluster' && when.includes('rebalance') && STEPS[service].includes('inbox.handled'))
        lines.push(await killsDuringRebalance(part));
    }
    return lines;
  } finally {
    await world.close();
  }
}

const plansOf = (service, runs) => STEPS[service].flatMap((step) => Array.from({ length: runs }, () => step));
