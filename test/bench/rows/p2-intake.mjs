import { openFloor } from '../systems/floor.mjs';
import { openProduct } from '../systems/product.mjs';
import { inPairs } from '../measure/pairs.mjs';
import { compare } from '../measure/statistics.mjs';
import { ratioRow } from './row.mjs';

/** Requests unanswered at once when nothing but the answers holds the load back. */
const WINDOW = 256;
const RATE = 1000;

/** P2: durable acknowledgements per second of intake alone, its relay included, beside bare Fastify. */
export async function p2(bench) {
  const { profile, say } = bench;
  const open = [];
  const opened = async (opening) => {
    const system = await opening;
    open.push(system);
    return system;
  };
  try {
    const product = await opened(openProduct(profile, { only: ['intake', 'identity'] }));
    const single = await opened(openFloor(profile, { parts: ['intake'], grouped: false }));
    const grouped = await opened(openFloor(profile, { parts: ['intake'] }));
    const saturated = { mode: 'closed', window: WINDOW, seconds: bench.seconds, live: false };
    const steady = { mode: 'open', rate: RATE, seconds: bench.seconds, live: false };
    const perSecond = ({ accepted, seconds }) => accepted / seconds;
    const p99 = ({ latencies }) => latencies.acknowledged.p99;
    say(`P2 ${profile}: saturation, beside a transaction per request`);
    const besideSingle = await inPairs({ product, floor: single }, saturated, bench);
    say(`P2 ${profile}: saturation, beside the same group commit`);
    const besideGrouped = await inPairs({ product, floor: grouped }, saturated, bench);
    say(`P2 ${profile}: ${RATE}/s`);
    const atRate = await inPairs({ product, floor: grouped }, steady, bench);
    return [
      ratioRow(
        'P2',
        `${profile}, acknowledgements, floor: a transaction per request`,
        '1/s',
        compare(besideSingle, perSecond),
        { least: 3 },
      ),
      ratioRow(
        'P2',
        `${profile}, acknowledgements, floor: the same group commit`,
        '1/s',
        compare(besideGrouped, perSecond),
        { least: 0.75 },
      ),
      ratioRow('P2', `${profile}, p99 at ${RATE}/s, floor: the same group commit`, 'ms', compare(atRate, p99), {
        most: 1.5,
      }),
    ];
  } finally {
    for (const system of open) await system.stop();
  }
}
