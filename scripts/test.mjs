#!/usr/bin/env node
/** `npm test [-- unit journeys …] [--json]`: all rungs or those named; see scripts/testing/rungs.mjs for what they are. */
import { killRunning } from './lib/command.mjs';
import { Progress } from './testing/progress.mjs';
import { Provisions } from './testing/provisions.mjs';
import { rungs } from './testing/rungs.mjs';
import { runRung } from './testing/run-rung.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = words.filter((word) => !rungs.some(({ name }) => name === word));
if (unknown.length > 0) {
  process.stderr.write(`no rung ${unknown.join(', ')}; there are ${rungs.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const chosen = words.length ? rungs.filter(({ name }) => words.includes(name)) : rungs;
const provisions = new Provisions();
const context = {
  provisions,
  progress: new Progress(chosen.reduce((sum, { steps }) => sum + steps.length, 0)),
  strict: /^(1|true)$/i.test(process.env.CI ?? ''),
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    killRunning();
    void provisions.end().finally(() => process.exit(130));
  });
}

const results = [];
for (const rung of chosen) {
  const result = await runRung(rung, context);
  for (const failure of result.failures) process.stderr.write(`\n✗ ${failure}\n\n`);
  results.push(result);
}
await provisions.end();

const total = (count) => results.reduce((sum, result) => sum + result[count], 0);
const totals = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
process.exitCode = totals.failed === 0 ? 0 : 1;
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ ok: totals.failed === 0, ...totals, rungs: results })}\n`);
} else printTable();

function printTable() {
  const row = (name, ...cells) => `${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  const lines = results.map(({ name, passed, failed, skipped, seconds, notes }) =>
    `${row(name, passed, failed, skipped, seconds.toFixed(1))}   ${notes.join('; ')}`.trimEnd(),
  );
  process.stdout.write(`\n${[row('rung', 'passed', 'failed', 'skipped', 'seconds'), ...lines].join('\n')}\n\n`);
  process.stdout.write(`Tests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
}
