/**
 * `npm run replay -- --help`: feeds a real call log through the public API of a system of its own and has the outcome
 * judged by the databases.
 */
import { existsSync } from 'node:fs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';

const HELP = `usage: npm run replay -- --format slopd|sapd|sffd|houston --file PATH [options]

Feeds a real call log through POST /api/v1/reports of a system of its own, lets units do what the log says, and has
databases and the checker judge what came of it.
  --speed N|max       the log's clock runs N times faster; max (default): reports and acts in the log's order, each as
                      soon as answers come
  --profile NAME      embedded (default) or cluster
  --limit N           only the first N rows
  --concurrency N     requests under way at once (32)
  --json              one JSON object on stdout; exit code 1 unless ok

Figures: accepted = dispatched (a unit) + gaps (no unit, every reason named); lost and doubleBooked are 0 when ok.
  p50Ms p99Ms maxMs   from the acknowledgement of a report (201 received) to its dispatch on the dispatcher's live feed
  answerP50Ms …P99Ms  from sending a report to its acknowledgement
  behindP99Ms …MaxMs  how much later than the log's clock reports were sent (with --speed N)
  peakPerMinute       reports acknowledged in the fullest minute; logPeakPerMinute: calls in the log's own
Every figure: docs/replay.md
`;

if (process.argv.includes('--help')) {
  process.stdout.write(HELP);
  process.exit();
}

const { ok } = await command(async () => {
  const options = readOptions();
  await ensureFreshlyBuilt(say);
  const { replay } = await import('../test/replay/replay.mjs');
  return replay({ ...options, say });
}, tell);
// what could not be set up may still hold connections open
process.exit(ok ? 0 : 1);

function readOptions() {
  const format = oneOf('format', ['slopd', 'sapd', 'sffd', 'houston'], undefined);
  const profile = oneOf('profile', ['embedded', 'cluster'], 'embedded');
  const file = option('file');
  if (!file || !existsSync(file)) throw new Error(`--file ${file ?? ''}: no such file`);
  const speed = option('speed', 'max') === 'max' ? Infinity : positive('speed');
  const limit = option('limit') === undefined ? undefined : positive('limit');
  return { format, profile, file, speed, limit, concurrency: positive('concurrency', 32) };
}

function oneOf(name, words, fallback) {
  const word = option(name, fallback);
  if (!words.includes(word)) throw new Error(`--${name} ${word ?? ''}: one of ${words.join(', ')}`);
  return word;
}

function positive(name, fallback) {
  const value = Number(option(name, fallback));
  if (!(value > 0)) throw new Error(`--${name}: a number above 0`);
  return value;
}

function tell(result) {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
