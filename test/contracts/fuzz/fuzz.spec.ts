import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COUNT = 1000;
const script = fileURLToPath(new URL('../../../scripts/fuzz.mjs', import.meta.url));

/** What the command prints, whether it passed or not. */
function fuzz(seed: number): Promise<{ ok: boolean; requests: number; failures: object[] }> {
  return new Promise((resolve, reject) => {
    const words = [script, '--count', String(COUNT), '--seed', String(seed), '--json'];
    execFile(process.execPath, words, { maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout) as { ok: boolean; requests: number; failures: object[] });
    });
  });
}

describe('requests made from the OpenAPI document', () => {
  const seed = Number(process.env['QIJING_FUZZ_SEED'] ?? Date.now() % 2 ** 31);

  it(`get no fault, no undocumented answer and leave nothing half-written (seed ${seed})`, async () => {
    const { failures, requests } = await fuzz(seed);
    expect(failures).toEqual([]);
    expect(requests).toBe(COUNT);
  }, 180_000);
});
