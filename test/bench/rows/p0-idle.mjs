import { compare } from '../measure/statistics.mjs';
import { idleTime } from '../measure/idle.mjs';
import { ratioRow } from './row.mjs';

/** P0: processor time while there is nothing to do, beside the bare chain, which asks its outbox as often. */
export async function p0(bench) {
  const sides = { product: await bench.product, floor: await bench.floor };
  bench.say(`P0 ${bench.profile}: nothing for ${bench.idleSeconds} s`);
  const times = await idleTime(sides, bench.idleSeconds);
  const total = compare(times, (used) => used.total);
  return [ratioRow('P0', `${bench.profile}, idle, all processes`, 'ms CPU per s', total)];
}
