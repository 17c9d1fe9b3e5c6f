import { load } from '../load/load.mjs';

/** Milliseconds for what a run left behind to be written, sent and forgotten. */
const REST_MS = 500;

/**
 * Runs the same order against systems in the order A B B A, so that what drifts hits all alike.
 * @param {Record<string, object>} sides the systems by name
 * @returns {Promise<Record<string, object>[]>} a result by name for each time that all of them ran
 */
export async function inPairs(sides, order, { pairs, seed, say }) {
  const results = [];
  for (let nth = 0; nth < pairs; nth += 1) results.push(await pairOf(sides, order, nth, { seed, say }));
  return results;
}

/** The `nth` pair (from 0): a result by name, all with the same seed. */
export async function pairOf(sides, order, nth, { seed, say }) {
  const names = nth % 2 === 0 ? Object.keys(sides) : Object.keys(sides).reverse();
  const pair = {};
  for (const name of names) pair[name] = await runOnce(sides[name], { ...order, seed: seed + nth });
  say(`  pair ${nth + 1}: ${names.map((name) => `${sides[name].name} ${brief(pair[name])}`).join('  ')}`);
  return pair;
}

/**
 * One run, after which the system's units are free again.
 * @throws Error that names the system and the order, when the run came to nothing or one of its processes is gone
 */
export async function runOnce(system, order) {
  try {
    const result = await load(system, order);
    const gone = Object.entries(system.pids ?? {}).filter(([, pid]) => !isAlive(pid));
    if (gone.length > 0) throw new Error(`${gone.map(([name]) => name).join(', ')} died`);
    if (result.accepted === 0 || (system.live && order.live !== false && result.dispatched === 0))
      throw new Error(`nothing was done: ${JSON.stringify({ ...result, perSecond: undefined, latencies: undefined })}`);
    await system.release();
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    return result;
  } catch (error) {
    const { mode, rate, window, seconds } = order;
    const what = `${mode} ${rate ? `${rate}/s` : window} for ${seconds} s`;
    throw new Error(`${system.name}, ${system.profile}, ${what}: ${error.message}\n${system.log?.() ?? ''}`, {
      cause: error,
    });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function brief({ latencies, dispatched, accepted, seconds, void: isVoid }) {
  const { p50, p99 } = latencies.dispatched.count > 0 ? latencies.dispatched : latencies.acknowledged;
  const rate = (dispatched || accepted) / seconds;
  return `${rate.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms${isVoid ? ' (void: the load was late)' : ''}`;
}
