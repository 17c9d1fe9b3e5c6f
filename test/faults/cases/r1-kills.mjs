import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, sleep } from '../../../scripts/lib/command.mjs';
import { Load } from '../harness/load.mjs';
import { verify } from '../harness/verify.mjs';
import { deathOf, recoveryOf } from '../harness/watch.mjs';
import { openWorld, startReplica } from '../harness/world.mjs';

const CONSUMING = ['inbox.handled', 'inbox.committed'];
const COMMITTING = ['database.before-commit', 'database.after-commit'];
/** The steps that each service passes while the load runs; notifications publishes nothing. */
const STEPS = {
  intake: [...COMMITTING, 'relay.sent', ...CONSUMING],
  routing: [...COMMITTING, 'relay.sent', ...CONSUMING],
  cases: [...COMMITTING, 'relay.sent', ...CONSUMING],
  notifications: [...COMMITTING, ...CONSUMING],
  standalone: [...COMMITTING, 'relay.sent', ...CONSUMING],
};
/** R1: kill −9 at every named step of every service, during a rebalance and during the migrations. */
export async function killedServices(context) {
  const { profile, only, runs = 2, say } = context;
  const wanted = (name) => only === undefined || only.includes(name);
  const lines = [];
  const services = profile === 'embedded' ? ['standalone'] : ['intake', 'routing', 'cases', 'notifications'];
  const world = await openWorld({ ...context, env: {} });
  world.failed = (error) => say(`client: ${error.message}`);
  try {
    const load = new Load(world, context);
    for (const service of services.filter(wanted)) {
      lines.push(await killsOf(context, world, load, service, plansOf(service, runs)));
      if (profile === 'cluster' && wanted('rebalance'))
        lines.push(await rebalance(context, world, load, service, runs));
    }
  } finally {
    await world.close();
  }
  if (profile === 'cluster' && wanted('migration')) lines.push(await migrations(context, runs));
  return lines;
}

const plansOf = (service, runs) => STEPS[service].flatMap((step) => Array.from({ length: runs }, () => step));

/** One death after the other; each restart carries the plan of the next death, and a file says when it counts. */
async function killsOf({ random, say }, world, load, service, steps) {
  const process = world.processes[service];
  const now = join(world.dir, `${service}-now`);
  const recoveries = [];
  const notes = [];
  const byStep = new Map();
  const arm = (step) => {
    if (step) process.env.QIJING_FAILPOINT = `${step}@${random.between(1, 4)}:${now}`;
    else delete process.env.QIJING_FAILPOINT;
  };
  await load.start();
  arm(steps[0]);
  process.kill();
  await process.untilReady();
  for (const [at, step] of steps.entries()) {
    arm(steps[at + 1]);
    const { restarts } = process;
    writeFileSync(now, '');
    let killedAt = await deathOf(process, restarts, 15_000);
    rmSync(now, { force: true });
    if (killedAt === undefined) {
      notes.push(`${step} was not passed within 15 s`);
      killedAt = Date.now();
      process.kill();
    }
    const recovery = await recoveryOf(world, load, service, killedAt);
    world.log.fault(`R1 ${service} ${step}`, killedAt, killedAt + (recovery ?? 0));
    recoveries.push(recovery);
    byStep.set(step, Math.max(byStep.get(step) ?? 0, recovery ?? Infinity));
    say(`${service} died at ${step}, recovered in ${recovery} ms`);
    await process.untilReady();
    await sleep(random.between(200, 1_200));
  }
  const { violations, figures } = await verify(world, load);
  await load.stop();
  notes.push(`worst by step: ${[...byStep].map(([step, ms]) => `${step} ${ms}`).join(', ')}`, JSON.stringify(figures));
  return { id: `R1 ${service}`, runs: recoveries.length, violations, recoveries, notes };
}

/** The first replica dies while the second one joins; then the second one leaves. */
async function rebalance({ random, say }, world, load, service, runs) {
  const recoveries = [];
  await load.start();
  await sleep(1_000);
  for (let at = 0; at < runs; at += 1) {
    const replica = await startReplica(world, service, { say });
    await sleep(random.between(1_000, 4_000));
    const killedAt = Date.now();
    world.processes[service].kill();
    const recovery = await recoveryOf(world, load, service, killedAt);
    world.log.fault(`R1 ${service} rebalance`, killedAt, Date.now());
    recoveries.push(recovery);
    say(`${service} died during a rebalance, recovered in ${recovery} ms`);
    await world.processes[service].untilReady();
    await replica.stop();
    await sleep(2_000);
  }
  const { violations } = await verify(world, load);
  await load.stop();
  return { id: `R1 ${service} rebalance`, runs, violations, recoveries, notes: [] };
}

/** The migrations of all services die at some table, and are simply run again; then the system has to work. */
async function migrations(context, runs) {
  const { random, dist, say } = context;
  const violations = [];
  const tables = [];
  for (let at = 0; at < runs; at += 1) {
    const world = await openEmptied(context);
    try {
      const cli = join(dist, 'apps/standalone/src/cli/main.js');
      await world.stores.drop();
      const table = random.between(1, 30);
      const env = { ...world.environment, QIJING_FAILPOINT: `migrate.step@${table}` };
      const died = await run(process.execPath, [cli, 'migrate'], { env, allowFailure: true });
      const again = await run(process.execPath, [cli, 'migrate'], { env: world.environment, allowFailure: true });
      tables.push(table);
      say(`migrate ended with ${died.code} at table ${table}, then with ${again.code}`);
      if (again.code !== 0)
        violations.push({ invariant: 'R1', kind: 'wrong', subject: 'migrate', detail: again.stdout + again.stderr });
      for (const name of ['intake', 'routing', 'cases', 'notifications', 'identity']) world.processes[name].start();
      await run(process.execPath, [cli, 'seed'], { env: world.environment });
      for (const name of Object.keys(world.processes)) await world.processes[name].untilReady();
      const load = new Load(world, context);
      await load.start();
      await sleep(3_000);
      violations.push(...(await verify(world, load)).violations);
      await load.stop();
    } finally {
      await world.close();
    }
  }
  return { id: 'R1 migration', runs, violations, recoveries: [], notes: [`died at table ${tables.join(', ')}`] };
}

/** A world whose services are stopped, ready to lose its databases. */
async function openEmptied(context) {
  const world = await openWorld(context);
  for (const name of ['intake', 'routing', 'cases', 'notifications', 'identity']) await world.processes[name].stop();
  return world;
}
