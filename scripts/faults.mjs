#!/usr/bin/env node
/** `npm run faults -- R1 R3 … [--json] [--runs N] [--seed S] [--profile cluster|embedded] [--full] [--keep]` */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from './lib/paths.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string' },
    seed: { type: 'string' },
    profile: { type: 'string' },
    rate: { type: 'string', default: '2' },
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
// Brokers and databases are broken on purpose: never those that others use. Must be set before the stack is loaded.
process.env.QIJING_STACK_DIR ??= inRoot('.stack', 'faults', 'stack');
const { command, say } = await import('./lib/command-line.mjs');
const { runFaults, knownCases } = await import('./faults/run-faults.mjs');

const unknown = positionals.filter((id) => !(id in knownCases));
if (unknown.length > 0) {
  process.stderr.write(`no such case: ${unknown.join(', ')}; there are ${Object.keys(knownCases).join(' ')}\n`);
  process.exit(2);
}
await command(
  () =>
    runFaults({
      ids: positionals.length > 0 ? positionals : Object.keys(knownCases),
      runs: values.runs === undefined ? undefined : Number(values.runs),
      seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed),
      profile: values.profile,
      perSecond: Number(values.rate),
      only: values.only?.split(','),
      full: values.full,
      keep: values.keep,
      folder: join(inRoot('.stack', 'faults'), 'worlds'),
      say,
    }),
  print,
);

function print({ cases, seed }) {
  for (const { id, ok, runs, lost, doubled, recoveryMsP50, recoveryMsMax, notes } of cases) {
    const recovery = recoveryMsMax === null ? '-' : `${recoveryMsP50} / ${recoveryMsMax} ms`;
    process.stdout.write(
      `${ok ? 'holds ' : 'BROKEN'} ${id.padEnd(14)} ${String(runs).padStart(3)} runs  lost ${lost}  doubled ${doubled}  recovery p50/max ${recovery}\n`,
    );
    for (const note of notes) process.stdout.write(`       ${note}\n`);
  }
  process.stdout.write(`seed ${seed}\n`);
}
