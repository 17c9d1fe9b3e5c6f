/**
 * `npm run bench -- [P1 P2 P3 P4 P12] [--profile embedded|cluster|both] [--pairs N] [--seconds S] [--overload-seconds S] [--quick | --full]
 * [--seed N] [--json]`: product beside bare scripts and a naive peer in the same run; see docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'string', default: 'both' },
    pairs: { type: 'string' },
    seconds: { type: 'string' },
    'overload-seconds': { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const size = values.quick
  ? { pairs: 1, seconds: 4, overloadSeconds: 10 }
  : values.full
    ? { pairs: 10, seconds: 15, overloadSeconds: 60 }
    : { pairs: 3, seconds: 8, overloadSeconds: 60 };

await command(async () => {
  const { Bench, machine, ROWS } = await import('../test/bench/bench.mjs');
  const { stackUp } = await import('./stack/stack.mjs');
  const ids = positionals.length > 0 ? positionals : Object.keys(ROWS);
  const unknown = ids.filter((id) => !(id in ROWS));
  if (unknown.length > 0) throw new Error(`no row ${unknown.join(', ')}; there are ${Object.keys(ROWS).join(' ')}`);
  const profiles = values.profile === 'both' ? ['embedded', 'cluster'] : [values.profile];
  if (profiles.some((profile) => !['embedded', 'cluster'].includes(profile)))
    throw new Error('--profile embedded, cluster or both');
  await ensureFreshlyBuilt(say);
  if (profiles.includes('cluster')) await stackUp();
  const options = {
    ...size,
    ...(values.pairs && { pairs: Number(values.pairs) }),
    ...(values['overload-seconds'] && { overloadSeconds: Number(values['overload-seconds']) }),
    ...(values.seconds && { seconds: Number(values.seconds) }),
    seed: Number(values.seed),
    full: values.full,
    say,
  };
  const rows = [];
  const result = {
    machine: machine(),
    at: new Date().toISOString(),
    pairs: options.pairs,
    seconds: options.seconds,
    rows,
  };
  try {
    for (const profile of profiles) await new Bench({ ...options, profile }).measure(ids, rows);
    return result;
  } catch (error) {
    say(error.stack);
    return { ok: false, ...result, error: error.message };
  }
}, print);

function print({ rows = [] }) {
  const cells = rows.map(({ id, what, value, unit, floor, peer, ratio, interval, target, met, note }) => [
    id,
    what,
    `${short(value)} ${unit}`,
    short(floor),
    short(peer),
    ratio === null ? '–' : `${short(ratio)}${interval ? ` (${short(interval[0])}–${short(interval[1])})` : ''}`,
    target,
    `${met ? 'met' : 'NOT MET'}${note ? `; ${note}` : ''}`,
  ]);
  const head = ['row', 'what', 'value', 'floor', 'peer', 'ratio', 'target', 'met'];
  for (const line of [head, head.map(() => '---'), ...cells]) process.stdout.write(`| ${line.join(' | ')} |\n`);
}

function short(number) {
  if (number === null || number === undefined) return '–';
  if (!Number.isFinite(number)) return 'never';
  return Math.abs(number) >= 100 ? number.toFixed(0) : Number(number.toPrecision(3)).toString();
}
