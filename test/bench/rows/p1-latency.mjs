import { compare, median } from '../measure/statistics.mjs';
import { runOnce } from '../measure/pairs.mjs';
import { limitRow, ratioRow } from './row.mjs';

const RATES = [50, 200];
/** Better than the naive peer by at least this. */
const PEER = 10;

/** P1: report accepted → all units assigned durably and pushed, at 50/s, 200/s and half of the product's saturation. */
export async function p1(bench) {
  const half = Math.round((await bench.saturation()) / 2);
  const rows = [];
  for (const rate of [...RATES, half]) {
    const pairs = await bench.openLoop(rate);
    const at = `${bench.profile}, ${rate}/s${rate === half ? ' (half of saturation)' : ''}`;
    rows.push(
      ratioRow(
        'P1',
        `${at}, p50`,
        'ms',
        compare(pairs, ({ latencies }) => latencies.dispatched.p50),
        { most: 1.5 },
      ),
    );
    rows.push(
      ratioRow(
        'P1',
        `${at}, p99`,
        'ms',
        compare(pairs, ({ latencies }) => latencies.dispatched.p99),
        { most: 2 },
      ),
    );
    const p999 = median(pairs.map(({ product }) => product.latencies.dispatched.p999));
    rows.push(limitRow('P1', `${at}, p99.9`, 'ms', p999, { most: 1000 }));
    if (bench.profile === 'cluster' && rate !== half) rows.push(await besidePeer(bench, rate, pairs));
  }
  return rows;
}

async function besidePeer(bench, rate, pairs) {
  const peer = await bench.peer();
  const { latencies } = await runOnce(peer, {
    mode: 'open',
    rate,
    seconds: bench.seconds,
    seed: bench.seed,
    drainSeconds: 30,
  });
  const value = median(pairs.map(({ product }) => product.latencies.dispatched.p50));
  const better = latencies.dispatched.p50 / value;
  return {
    id: 'P1',
    what: `cluster, ${rate}/s, p50 beside the naive peer`,
    value,
    unit: 'ms',
    floor: null,
    peer: latencies.dispatched.p50,
    ratio: better,
    target: `≥ ${PEER}x better than the peer`,
    met: better >= PEER,
  };
}
