/** The bench: product beside bare scripts and a naive peer, or beside another revision of itself; see docs/performance.md. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';
import { run } from './lib/command.mjs';
import { builtRevision, removeRevisions } from './lib/revisions.mjs';

const HELP = `npm run bench -- [rows] [options]

Rows (all by default):
  P0  processor time while there is nothing to do
  P1  report accepted to all units assigned and pushed: p50 and p99 at 50/s and 200/s
  P2  durable acknowledgements of intake alone (not with --against or --node)
  P3  dispatched per second at saturation
  P4  processor time, round trips, commits and messages per incident, at 200/s and at saturation
  P12 three times of what can be dispatched
  P13 a desk's reads beside four readers, over 100,000 past incidents (embedded)

  --profile embedded|cluster|both   both by default; cluster starts the private stack
  --pairs N --seconds S             pairs of runs, and seconds of each (3 of 8)
  --overload-seconds S              seconds of P12 (60)
  --idle-seconds S                  seconds of P0 (30)
  --quick | --full                  one pair of 4 s | ten of 15 s, and P3 for ten minutes
  --seed N                          of all that is drawn by lot (1)
  --json                            one JSON object on stdout instead of the table

Beside itself, in the order A B B A, with the bare chain in the same minutes:
  --against REV                     another revision, built in .cache/revisions/<commit> unless it is there already
  --node PATH                       the product on another Node binary as well
  --clean                           delete the revisions that were built, before anything else; alone: nothing else
  --cpu-prof DIR                    a CPU profile of every process of the product (*.cpuprofile), of its whole life
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    profile: { type: 'string', default: 'both' },
    pairs: { type: 'string' },
    seconds: { type: 'string' },
    'overload-seconds': { type: 'string' },
    'idle-seconds': { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    against: { type: 'string' },
    node: { type: 'string' },
    clean: { type: 'boolean', default: false },
    'cpu-prof': { type: 'string' },
  },
});
const QUICK = { pairs: 1, seconds: 4, overloadSeconds: 10, idleSeconds: 6, warmUpSeconds: 3 };
const FULL = { pairs: 10, seconds: 15, overloadSeconds: 60, idleSeconds: 30, warmUpSeconds: 10 };
const USUAL = { ...FULL, pairs: 3, seconds: 8 };

if (values.help) process.stdout.write(HELP);
else if (values.clean && positionals.length === 0 && !values.against) removeRevisions();
else await command(bench, (result) => print(result));

async function bench() {
  const { Bench, machine, ROWS } = await import('../test/bench/bench.mjs');
  const { Versus, ROWS_BESIDE } = await import('../test/bench/versus.mjs');
  const { stackUp } = await import('./stack/stack.mjs');
  const beside = Boolean(values.against || values.node);
  const known = beside ? ROWS_BESIDE : Object.keys(ROWS);
  const ids = positionals.length > 0 ? positionals : known;
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`no row ${unknown.join(', ')}; there are ${known.join(' ')}`);
  const profiles = values.profile === 'both' ? ['embedded', 'cluster'] : [values.profile];
  if (profiles.some((profile) => !['embedded', 'cluster'].includes(profile)))
    throw new Error('--profile embedded, cluster or both');
  if (values.clean) removeRevisions();
  await ensureFreshlyBuilt(say);
  const others = beside ? await othersOf(values) : undefined;
  if (profiles.includes('cluster')) await stackUp();
  const options = { ...sizes(), seed: Number(values.seed), full: values.full, say, others };
  if (values['cpu-prof']) options.cpuProf = resolve(values['cpu-prof']);
  const rows = [];
  const failures = [];
  const { pairs, seconds } = options;
  const result = { machine: machine(), at: new Date().toISOString(), pairs, seconds, others, rows, failures };
  try {
    for (const profile of profiles) {
      const each = new (beside ? Versus : Bench)({ ...options, profile });
      await each.measure(ids, rows).finally(() => failures.push(...(each.failures ?? [])));
    }
  } catch (error) {
    say(error.stack);
    failures.push({ what: 'the rest', error: error.message });
  }
  return { ...result, ok: failures.length === 0 };
}

function sizes() {
  const size = { ...(values.quick ? QUICK : values.full ? FULL : USUAL) };
  for (const name of ['pairs', 'seconds', 'overload-seconds', 'idle-seconds']) {
    const key = name.replace(/-s/, 'S');
    if (values[name]) size[key] = Number(values[name]);
  }
  return size;
}

/** What stands beside this tree in the table. `over`: the ratio is the other's to this tree's, not the reverse. */
async function othersOf({ against, node }) {
  const others = [];
  if (against) {
    const { name, commit, root } = await builtRevision(against, say);
    others.push({ key: 'before', name, commit, root });
  }
  if (node) {
    const version = (await run(resolve(node), ['--version'])).stdout.trim();
    others.push({ key: 'node', name: `Node ${version}`, node: resolve(node), over: true });
  }
  return others;
}

function print({ rows = [], others, failures = [] }) {
  const table = others ? besideTable(rows, others) : floorTable(rows);
  for (const line of table) process.stdout.write(`| ${line.join(' | ')} |\n`);
  for (const { profile, what, attempt, error } of failures)
    process.stdout.write(
      `\nfailed: ${[profile, what, attempt && `attempt ${attempt}`].filter(Boolean).join(', ')}: ${error}\n`,
    );
}

function floorTable(rows) {
  const cells = rows.map(({ id, what, value, unit, floor, peer, ratio, interval, target, met, note }) => [
    id,
    what,
    `${short(value)} ${unit}`,
    short(floor),
    short(peer),
    within(ratio, interval),
    target,
    `${met ? 'met' : 'NOT MET'}${note ? `; ${note}` : ''}`,
  ]);
  const head = ['row', 'what', 'value', 'floor', 'peer', 'ratio', 'target', 'met'];
  return [head, head.map(() => '---'), ...cells];
}

function besideTable(rows, others) {
  const names = {
    product: 'this tree',
    floor: 'floor',
    ...Object.fromEntries(others.map(({ key, name }) => [key, name])),
  };
  const sides = ['product', ...others.map(({ key }) => key), 'floor'];
  const ratios = [...others.map(({ key, over }) => (over ? [key, 'product'] : ['product', key])), ['product', 'floor']];
  const head = ['row', 'what', 'unit', ...sides.map((key) => names[key])];
  head.push(...ratios.map(([one, other]) => `${names[one]} / ${names[other]}`), 'pairs');
  const cells = rows.map((row) => {
    const found = ratios.map(([one, other]) => row.ratios.find((each) => each.one === one && each.other === other));
    const late = Math.max(0, ...row.ratios.map((each) => each.void));
    return [
      row.id,
      row.what,
      row.unit,
      ...sides.map((key) => short(row.values[key])),
      ...found.map((each) => within(each?.ratio, each?.interval)),
      `${row.pairs}${late > 0 ? `, the load was late in ${late}` : ''}`,
    ];
  });
  return [head, head.map(() => '---'), ...cells];
}

function within(ratio, interval) {
  if (ratio === null || ratio === undefined || Number.isNaN(ratio)) return '–';
  return `${short(ratio)}${interval ? ` (${short(interval[0])}–${short(interval[1])})` : ''}`;
}

function short(number) {
  if (number === null || number === undefined || Number.isNaN(number)) return '–';
  if (!Number.isFinite(number)) return 'never';
  return Math.abs(number) >= 100 ? number.toFixed(0) : Number(number.toPrecision(3)).toString();
}
