import { compare, median } from '../measure/statistics.mjs';
import { runOnce } from '../measure/pairs.mjs';
import { limitRow, ratioRow } from './row.mjs';

const FLAT_SECONDS = 600;
/** Lag in the last minute over lag in the second: more is not flat. */
const FLAT = 1.2;

/** P3: the whole pipeline at saturation, every incident to its dispatch; lag cannot grow, for the load waits. */
export async function p3(bench) {
  const pairs = await bench.window();
  const { profile } = bench;
  const rows = [
    ratioRow(
      'P3',
      `${profile}, dispatched`,
      '1/s',
      compare(pairs, ({ dispatched, seconds }) => dispatched / seconds),
      { least: 0.6 },
    ),
  ];
  if (bench.full) rows.push(await flat(bench, pairs));
  return rows;
}

/** Ten minutes of open-loop load at 90 % of saturation: what is accepted per second is dispatched per second. */
async function flat(bench, pairs) {
  const rate = Math.round(0.9 * median(pairs.map(({ product }) => product.dispatched / product.seconds)));
  const order = { mode: 'open', rate, seconds: FLAT_SECONDS, seed: bench.seed, releaseEveryMs: 1000 };
  const { perSecond } = await runOnce(await bench.product, order);
  const behind = lag(perSecond);
  const minute = (from) => median(behind.slice(from, from + 60));
  const growth = minute(FLAT_SECONDS - 60) / Math.max(1, minute(60));
  return limitRow('P3', `${bench.profile}, growth of the backlog over ten minutes at ${rate}/s`, 'x', growth, {
    most: FLAT,
  });
}

/** Incidents accepted and not yet dispatched, at the end of every second. */
function lag({ accepted, dispatched }) {
  let open = 0;
  return accepted.map((count, second) => (open += (count ?? 0) - (dispatched[second] ?? 0)));
}
