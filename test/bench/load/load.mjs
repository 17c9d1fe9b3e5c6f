import { fork } from 'node:child_process';
import { join } from 'node:path';

const GENERATOR = join(import.meta.dirname, 'generator.mjs');
/** A run in which the generator itself was late is void; so often it is made again. */
const AGAIN = 2;

/**
 * One run of load against a system.
 * @param {object} system `{port, token, live, sample}`; `sample()` reads what it has used so far
 * @param {object} order see generator.mjs
 * @returns {Promise<object>} the generator's result with `used`: what the system used during the measured time
 */
export async function load(system, order) {
  for (let attempt = 0; ; attempt += 1) {
    const result = await once(system, order);
    if (!result.late || attempt === AGAIN) return { ...result, voided: attempt, ...(result.late && { void: true }) };
    order = { ...order, seed: order.seed + 1_000_003 };
  }
}

function once(system, { live = true, releaseEveryMs, ...order }) {
  const freeing = releaseEveryMs && every(releaseEveryMs, () => system.release());
  const child = fork(GENERATOR, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const samples = {};
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => code === 0 || reject(new Error(`the load ended with ${code}`)));
    child.on('message', (message) => {
      if (message.begin) samples.before = system.sample?.();
      if (message.end) samples.after = system.sample?.();
      if (message.result) finish(message.result).then(resolve, reject);
    });
    child.send({
      warmupSeconds: 2,
      urgentShare: 0,
      ...order,
      port: system.port,
      token: system.token,
      ...(live && { live: system.live }),
    });
  });

  async function finish(result) {
    await freeing?.stop();
    const [before, after] = [await samples.before, await samples.after];
    return { ...result, ...(before && after && { used: difference(before, after) }) };
  }
}

/** Does something again and again, never twice at once. */
function every(ms, work) {
  let running = true;
  const loop = (async () => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      // a lost race with the product is the next turn's business
      await work().catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      running = false;
      return loop;
    },
  };
}

const difference = (before, after) =>
  Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
