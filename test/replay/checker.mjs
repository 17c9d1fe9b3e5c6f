import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** A whole log's events fit in this, MB. */
const HEAP_MB = 4096;

/**
 * Has the independent checker look at everything a replay left behind.
 * @returns {Promise<{ok: boolean, violations: string[]}>} the first violations, in words
 */
export async function checked({ checker, environment }, journal, say) {
  say('the checker looks at databases and topics');
  const folder = mkdtempSync(join(tmpdir(), 'qijing-replay-log-'));
  const clientLog = join(folder, 'client.jsonl');
  try {
    const lines = journal.receipts.map(({ key, answer }) =>
      JSON.stringify({ kind: 'report', actor: 'replay', key, status: 201, answer }),
    );
    writeFileSync(clientLog, `${lines.join('\n')}\n`);
    const words = [
      `--max-old-space-size=${HEAP_MB}`,
      inRoot('test/faults/checker/main.mjs'),
      '--client',
      clientLog,
      ...checker,
    ];
    const { stdout, stderr } = await run(process.execPath, [...words, '--json'], {
      env: environment,
      allowFailure: true,
    });
    return inShort(stdout, stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inShort(stdout, stderr) {
  try {
    const { ok, figures, violations } = JSON.parse(stdout);
    const words = violations.map(
      ({ invariant, kind, subject, detail }) => `${invariant} ${kind} ${subject}: ${detail}`,
    );
    return { ok, figures, violations: words.length, first: words.slice(0, 10) };
  } catch {
    return { ok: false, violations: 1, first: [`the checker gave no answer: ${stderr.slice(-500)}`] };
  }
}
