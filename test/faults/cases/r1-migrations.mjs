import { join } from 'node:path';
import { run, sleep } from '../../../scripts/lib/command.mjs';
import { Load } from '../harness/load.mjs';
import { verify } from '../harness/verify.mjs';
import { recoveryOf } from '../harness/watch.mjs';
import { openWorld } from '../harness/world.mjs';
import { ALL_SERVICES } from '../../kit/stores.mjs';

/**
 * The migration of each service is killed at some table of an empty database and simply run again; after all of it the
 * system has to work on these databases. Recovery is the time until the second migration is through.
 */
export async function killsDuringMigration(context, services) {
  const { dist, runs, say } = context;
  const random = context.random.of('R1 migration');
  const world = await openWorld(context);
  try {
    for (const name of ALL_SERVICES) await world.processes[name].stop();
    const cli = join(dist, 'programs/qijing.js');
    const migrate = (env = {}) =>
      run(process.execPath, [cli, 'migrate'], { env: { ...world.environment, ...env }, allowFailure: true });
    const violations = [];
    const recoveries = [];
    const wrong = (detail) => violations.push({ invariant: 'R1', kind: 'wrong', subject: 'migrate', detail });
    const died = [];
    for (const service of services) {
      const tables = await tablesOf(world, service);
      for (let at = 0; at < runs; at += 1) {
        const table = random.between(1, tables);
        await world.stores.drop([service]);
        const first = await migrate({ QIJING_FAILPOINT: `migrate.step@${table}` });
        const killedAt = Date.now();
        const again = await migrate();
        recoveries.push(Date.now() - killedAt);
        died.push(`${service} ${table}/${tables}`);
        say(`${service}: killed at table ${table} of ${tables}, migrated again within ${recoveries.at(-1)} ms`);
        if (first.code === 0) wrong(`${service} has fewer than ${table} tables`);
        if (again.code !== 0) wrong(`${service} at table ${table}: ${again.stdout}${again.stderr}`);
        if ((await tablesOf(world, service)) !== tables) wrong(`${service} at table ${table}: tables are missing`);
      }
    }
    // What the others know must not outlive the databases of these.
    await world.stores.drop(ALL_SERVICES.filter((name) => !services.includes(name)));
    const whole = await migrate();
    if (whole.code !== 0) wrong(whole.stdout + whole.stderr);
    violations.push(...(await worksAfterwards(context, world, cli)));
    const notes = [`killed at table ${died.join(', ')}`, 'recovery: until the migration that was run again is through'];
    return { id: 'R1 migration', runs: recoveries.length, violations, recoveries, notes };
  } finally {
    await world.close();
  }
}

/** How many tables a service has made for itself. */
const tablesOf = async ({ stores }, service) =>
  (await stores.tables(service)).filter((name) => name !== 'schema_migration').length;

async function worksAfterwards(context, world, cli) {
  for (const name of ALL_SERVICES) world.processes[name].start();
  await run(process.execPath, [cli, 'seed'], { env: world.environment });
  for (const name of ALL_SERVICES) await world.processes[name].untilReady();
  const load = new Load(world, context);
  await load.start();
  await sleep(5_000);
  const { violations } = await verify(world, load);
  await load.stop();
  return violations;
}

/** One process with everything migrates when it starts: it dies at some table of its first start. */
export async function killsDuringFirstStart(context) {
  const { runs, say } = context;
  const random = context.random.of('R1 first start');
  const violations = [];
  const recoveries = [];
  const tables = [];
  for (let at = 0; at < runs; at += 1) {
    const table = random.between(1, 30);
    const world = await openWorld({ ...context, diesFirst: `migrate.step@${table}` });
    try {
      const load = new Load(world, context);
      await load.start();
      const { diedAt } = world.processes.standalone;
      const recovery = diedAt === undefined ? undefined : await recoveryOf(world, load, 'standalone', diedAt);
      recoveries.push(recovery);
      tables.push(table);
      say(`died at table ${table} of the first start, recovered in ${recovery} ms`);
      violations.push(...(await verify(world, load)).violations);
      await load.stop();
    } finally {
      await world.close();
    }
  }
  return { id: 'R1 migration', runs, violations, recoveries, notes: [`killed at table ${tables.join(', ')}`] };
}
