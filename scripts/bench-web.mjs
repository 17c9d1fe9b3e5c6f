/** `npm run bench:web [-- --json]`: how fast the console is for those who sit at it, measured in Chromium on this machine. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBrowserSpec } from './browser/run-spec.mjs';
import { command } from './lib/command-line.mjs';

await command(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qijing-bench-web-'));
  const file = join(scratch, 'result.json');
  try {
    await runBrowserSpec('test/browser/bench/console.spec.ts', { QIJING_BENCH_RESULT: file });
    return { cores: cpus().length, ...JSON.parse(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}, tell);

function tell({ cores, browser, measured = [] }) {
  process.stdout.write(`${browser}, ${cores} cores\n`);
  for (const { what, limit, samples, p50, p95, max } of measured) {
    const figures = `p50 ${p50} ms  p95 ${p95} ms  max ${max} ms  (${samples} samples, limit ${limit})`;
    process.stdout.write(`${what.padEnd(42)} ${figures}\n`);
  }
}
