import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMs } from './cpu.mjs';

const TIMES = 3;

/**
 * Processor time (ms per second) that systems use while nobody asks anything of them, all watched in the same seconds.
 * @param {Record<string, {pids: Record<string, number>}>} sides
 * @returns {Promise<Record<string, {total: number} & Record<string, number>>[]>} by side, then by process; one each time
 */
export async function idleTime(sides, seconds) {
  const results = [];
  const read = () =>
    Object.entries(sides).flatMap(([side, { pids }]) =>
      Object.entries(pids).map(([name, pid]) => ({ side, name, ms: cpuMs([pid]) })),
    );
  for (let nth = 0; nth < TIMES; nth += 1) {
    const [before, began] = [read(), performance.now()];
    await sleep((seconds / TIMES) * 1000);
    const [after, passed] = [read(), (performance.now() - began) / 1000];
    const result = Object.fromEntries(Object.keys(sides).map((side) => [side, { total: 0 }]));
    for (const [at, { side, name, ms }] of after.entries()) {
      const used = (ms - before[at].ms) / passed;
      result[side][name] = used;
      result[side].total += used;
    }
    results.push(result);
  }
  return results;
}
