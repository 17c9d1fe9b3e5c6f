/**
 * `npm run replay -- --format slopd|sapd|sffd|houston --file PATH [--speed N|max] [--profile embedded|cluster]
 * [--limit N] [--concurrency N] [--json]`: feeds a real call log through the public API of a system of its own and has
 * the outcome judged by the databases.
 */
import { existsSync } from 'node:fs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';

await command(async () => {
  const options = readOptions();
  await ensureFreshlyBuilt(say);
  const { replay } = await import('../test/replay/replay.mjs');
  return replay({ ...options, say });
}, tell);

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
