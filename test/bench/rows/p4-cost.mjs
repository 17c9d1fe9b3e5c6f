import { compare } from '../measure/statistics.mjs';
import { ratioRow } from './row.mjs';

const RATE = 200;
const per = (name) => (run) => run.used[name] / run.dispatched;
const all = (run) => (run.used.cpuMs + run.used.serverCpuMs) / run.dispatched;

/** P4: what one dispatched incident costs, at 200/s and at saturation: they move independently. */
export async function p4(bench) {
  const { profile } = bench;
  const rows = [];
  for (const [at, pairs] of [
    [`${RATE}/s`, await bench.openLoop(RATE)],
    ['saturation', await bench.window()],
  ]) {
    const row = (what, unit, read, most) =>
      rows.push(ratioRow('P4', `${profile}, ${at}, ${what}`, unit, compare(pairs, read), { most }));
    row('CPU of services, database and broker', 'ms', all, 1.7);
    row('CPU of services alone', 'ms', per('cpuMs'), 1.7);
    row('SQL round trips', 'per incident', per('roundTrips'), 1.2);
    row('commits', 'per incident', per('commits'), 1.2);
    row('messages', 'per incident', per('messages'), 1.2);
  }
  return rows;
}
