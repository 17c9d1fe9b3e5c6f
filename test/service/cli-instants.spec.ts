import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const cli = resolve(import.meta.dirname, '../../dist/programs/qijing.js');

/** Runs a command; answers how it ended and what it complained of. */
const ran = (words: string[]): Promise<{ code: unknown; said: string }> =>
  new Promise((done) =>
    execFile(process.execPath, [cli, ...words], (error, _stdout, stderr) => done({ code: error?.code, said: stderr })),
  );

it.each([
  [['audit', 'verify', '--since-restore']],
  [['topics', 'reconcile', '--since']],
  [['consumers', 'rewind', 'cases', '--to']],
])('%j takes no time that means another one on another machine', async (words) => {
  for (const text of ['2026-11-30T08:00:00', '2026-11-30', 'yesterday']) {
    const { code, said } = await ran([...words, text]);
    expect([code, said]).toEqual([2, expect.stringContaining('expected an instant with its zone')]);
  }
});
