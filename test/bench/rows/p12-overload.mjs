import { runOnce } from '../measure/pairs.mjs';
import { limitRow } from './row.mjs';

const OVER = 3;
const URGENT = 0.1;

/** P12: three times what the pipeline can take, a tenth of it life-threatening; then what happens once it is over. */
export async function p12(bench) {
  const peak = await bench.saturation();
  const rate = Math.round(peak * OVER);
  const seconds = bench.overloadSeconds;
  bench.say(`P12 ${bench.profile}: ${rate}/s for ${seconds} s`);
  const order = {
    mode: 'open',
    rate,
    seconds,
    urgentShare: URGENT,
    drainSeconds: 90,
    seed: bench.seed,
    releaseEveryMs: 1000,
  };
  const run = await runOnce(await bench.product, order);
  const refused = Object.values(run.refused).reduce((sum, count) => sum + count, 0);
  const wrong = Object.entries(run.refused).reduce(
    (sum, [status, n]) => sum + (['429', '503'].includes(status) ? 0 : n),
    0,
  );
  const at = `${bench.profile}, ${OVER}x (${rate}/s) for ${seconds} s`;
  const row = (what, unit, value, limit) => limitRow('P12', `${at}: ${what}`, unit, value, limit);
  const rows = [
    row('goodput over peak', 'x', run.dispatched / run.seconds / peak, { least: 0.9 }),
    row('refused otherwise than by 429 or 503 with Retry-After', 'requests', wrong + run.withoutRetryAfter, {
      most: 0,
    }),
    row('life-threatening reports refused', 'requests', run.refusedUrgent, { most: 0 }),
    row('until everything accepted was dispatched and on file', 's', run.left > 0 ? Infinity : run.drainMs / 1000, {
      most: 30,
    }),
  ];
  if (refused > 0) rows.splice(1, 0, row('p99 of refusals', 'ms', run.latencies.refused.p99, { most: 50 }));
  return rows;
}
