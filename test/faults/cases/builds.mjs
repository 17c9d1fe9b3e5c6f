import { join } from 'node:path';
import { run, sleep } from '../../../scripts/lib/command.mjs';
import { copyBuild } from '../harness/build.mjs';
import { SERVICES } from '../../kit/stores.mjs';
import { recoveryOf } from '../harness/watch.mjs';
import { startReplica } from '../harness/world.mjs';
import { underLoad } from './frame.mjs';

const MARK = 'R12';

/** R12: routing has a bug that one kind of incident meets; only that one waits, and goes on once the bug is repaired. */
export async function bugForOneIncident(context) {
  const { folder, dist, say } = context;
  const broken = await copyBuild(join(folder, `broken-${process.pid}`), [
    {
      file: 'apps/routing/src/use-cases/plan-dispatch.js',
      from: 'const { incidentId, plan, priority } = event;',
      to: `const { incidentId, plan, priority } = event; if (event.narrative.startsWith('${MARK}')) null.boom();`,
    },
  ]);
  const met = [];
  return underLoad(
    context,
    async (world, load) => {
      const startedAt = Date.now();
      const bad = await load.report({ narrative: `${MARK} 特殊警情`, type: 'F01' });
      met.push(bad.incidentId);
      const recovery = await recoveryOf(world, load, 'routing', startedAt + 1);
      return { startedAt, healedAt: Date.now(), recovery, note: 'the other incidents flow' };
    },
    {
      before: async (world) => {
        const { routing } = world.processes;
        world.goodScript = routing.script;
        routing.script = routing.script.replace(dist, broken);
        routing.kill();
        await sleep(500);
        await routing.untilReady();
      },
      after: async (world) => {
        const notes = [];
        for (const incidentId of met) notes.push(await parkedOnly(world, incidentId));
        const { routing } = world.processes;
        routing.script = world.goodScript;
        routing.kill();
        await sleep(500);
        await routing.untilReady();
        const cli = join(dist, 'programs/qijing.js');
        for (const incidentId of met)
          await run(process.execPath, [cli, 'parked', 'replay', incidentId], { env: world.environment });
        say('repaired and replayed');
        const repairedAt = Date.now();
        world.log.fault('R12 repair', world.startedAt ?? repairedAt, repairedAt);
        await sleep(3_000);
        return notes;
      },
    },
  );
}

async function parkedOnly({ stores }, incidentId) {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(200)) {
    const rows = await stores.all(
      'routing',
      'SELECT `reason`, `attempts` FROM `@parked_event` WHERE `aggregate_id` = ?',
      [incidentId],
    );
    if (rows.length > 0) return `parked as ${rows[0].reason} after ${rows[0].attempts} attempts`;
  }
  return 'was not parked within 30 s';
}

/** R24: a newer version of every service runs beside the old one; its events carry a field that the old one does not know. */
export async function twoVersions(context) {
  const { folder, say } = context;
  const newer = await copyBuild(join(folder, `newer-${process.pid}`), [
    {
      file: 'libs/messaging/src/outbox/published-event.js',
      from: 'payload: JSON.stringify(event),',
      to: "payload: JSON.stringify({ ...event, addedInTheNextVersion: { zh: '新', en: 'new' } }),",
    },
  ]);
  return underLoad(context, async (world, load, at) => {
    const [from, to] = at % 2 === 0 ? [context.dist, newer] : [newer, context.dist];
    const startedAt = Date.now();
    const replicas = [];
    for (const name of SERVICES) {
      const replica = await startReplica(world, name, { script: to, say });
      await replica.untilReady();
      replicas.push(replica);
    }
    await sleep(3_000);
    // Rolling on: the first ones leave one by one and come back as the other version; later the second ones leave.
    for (const name of SERVICES) {
      const first = world.processes[name];
      first.script = first.script.replace(from, to);
      first.kill();
      await sleep(500);
      await first.untilReady();
    }
    for (const replica of replicas) await replica.stop();
    const healedAt = Date.now();
    const recovery = await recoveryOf(world, load, 'routing', healedAt);
    const way = at % 2 === 0 ? 'to the newer version' : 'back to the older version';
    return { startedAt, healedAt, recovery, note: `both versions side by side, then ${way} one by one` };
  });
}
