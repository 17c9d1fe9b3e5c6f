import { load } from '../load/load.mjs';

/** Milliseconds for what a run left behind to be written, sent and forgotten. */
const REST_MS = 500;

/**
 * Runs the same order against two systems in the order A B B A, so that what drifts hits both alike.
 * @returns {Promise<{product: object, floor: object}[]>} one pair of results each
 */
export async function inPairs({ product, floor }, order, { pairs, seed, say }) {
  const results = [];
  for (let nth = 0; nth < pairs; nth += 1) {
    const sides = nth % 2 === 0 ? ['product', 'floor'] : ['floor', 'product'];
    const pair = {};
    for (const side of sides) pair[side] = await runOnce({ product, floor }[side], { ...order, seed: seed + nth });
    results.push(pair);
    say(`  pair ${nth + 1}: product ${brief(pair.product)}  floor ${brief(pair.floor)}`);
  }
  return results;
}

/** One run, after which the system's units are free again. */
export async function runOnce(system, order) {
  const result = await load(system, order);
  await system.release();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return result;
}

function brief({ latencies, dispatched, accepted, seconds, void: isVoid }) {
  const { p50, p99 } = latencies.dispatched.count > 0 ? latencies.dispatched : latencies.acknowledged;
  const rate = (dispatched || accepted) / seconds;
  return `${rate.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms${isVoid ? ' (void: the load was late)' : ''}`;
}
