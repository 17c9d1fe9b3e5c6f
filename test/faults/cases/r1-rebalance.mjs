import { sleep } from '../../../scripts/lib/command.mjs';
import { verify } from '../harness/verify.mjs';
import { recoveryOf } from '../harness/watch.mjs';
import { startReplica } from '../harness/world.mjs';

/** The first replica dies about when the second one joins the group; then the second one leaves. */
export async function killsDuringRebalance({ random, runs, say, world, load, service }) {
  const recoveries = [];
  await load.start();
  await sleep(1_000);
  for (let at = 0; at < runs; at += 1) {
    const replica = await startReplica(world, service, { say });
    await sleep(random.between(1_000, 3_000));
    const killedAt = Date.now();
    world.processes[service].kill();
    const recovery = await recoveryOf(world, load, service, killedAt);
    world.log.fault(`R1 ${service} rebalance`, killedAt, Date.now());
    recoveries.push(recovery);
    say(`${service} died during a rebalance, recovered in ${recovery} ms`);
    await world.processes[service].untilReady();
    await replica.stop();
    await sleep(random.between(200, 800));
  }
  const { violations, figures } = await verify(world, load);
  await load.stop();
  return { id: `R1 ${service} rebalance`, runs, violations, recoveries, notes: [JSON.stringify(figures)] };
}
