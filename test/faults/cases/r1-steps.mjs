import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../../../scripts/lib/command.mjs';
import { verify } from '../harness/verify.mjs';
import { recoveryOf } from '../harness/watch.mjs';

/** A step that is not passed within this time, ms, is tried again at the end. */
const PATIENCE = 15_000;
/** Processes that have just started have yet to compile what they run; so long they get, ms, before the first death. */
const WARMING_UP = 10_000;

/**
 * One death after the other; each restart carries the plan of the next death, and a file says from when on it counts.
 * @param {string[]} steps where the process is to die, one death each
 */
export async function killsAtSteps({ random, say, world, load, service }, steps) {
  const process = world.processes[service];
  const now = join(world.dir, `${service}-now`);
  const arm = (step) => {
    if (step) process.env.QIJING_FAILPOINT = `${step}@${random.between(1, 4)}:${now}`;
    else delete process.env.QIJING_FAILPOINT;
  };
  const deaths = [];
  const missed = [];
  await load.start();
  arm(steps[0]);
  process.kill();
  await sleep(WARMING_UP);
  await process.untilReady();
  for (const [at, step] of steps.entries()) {
    arm(steps[at + 1]);
    const death = process.death(PATIENCE);
    writeFileSync(now, '');
    const killedAt = await death;
    rmSync(now, { force: true });
    if (killedAt === undefined) {
      missed.push(step);
      say(`${service} did not pass ${step} within ${PATIENCE} ms`);
      process.kill();
      await sleep(100);
    } else {
      deaths.push({ step, ...(await afterDeath(process, world, load, service, killedAt)) });
      const { recovery, ready } = deaths.at(-1);
      world.log.fault(`R1 ${service} ${step}`, killedAt, killedAt + (recovery ?? 0));
      say(`${service} died at ${step}, ready after ${ready} ms, recovered in ${recovery} ms`);
    }
    await process.untilReady();
    await sleep(random.between(100, 500));
  }
  const { violations, figures } = await verify(world, load);
  await load.stop();
  const failed = missed.length > 0;
  const notes = [worstByStep(deaths), readiness(deaths), JSON.stringify(figures)];
  if (failed) notes.push(`not passed in time: ${missed.join(', ')}`);
  const recoveries = deaths.map(({ recovery }) => recovery);
  return { id: `R1 ${service}`, runs: deaths.length, violations, recoveries, notes, failed };
}

/** When the process answered that it is ready, and when an incident went through it, ms after its death. */
async function afterDeath(process, world, load, service, killedAt) {
  const [ready, recovery] = await Promise.all([
    process.untilReady().then(() => Date.now() - killedAt),
    recoveryOf(world, load, service, killedAt),
  ]);
  return { ready, recovery };
}

function worstByStep(deaths) {
  const worst = new Map();
  for (const { step, recovery } of deaths) worst.set(step, Math.max(worst.get(step) ?? 0, recovery ?? Infinity));
  return `worst by step: ${[...worst].map(([step, ms]) => `${step} ${ms}`).join(', ')}`;
}

function readiness(deaths) {
  const sorted = deaths.map(({ ready }) => ready).sort((a, b) => a - b);
  return `ready again p50/max ${sorted[Math.floor((sorted.length - 1) / 2)]} / ${sorted.at(-1)} ms`;
}
