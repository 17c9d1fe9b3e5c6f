#!/usr/bin/env node
/**
 * `npm run fuzz [-- --count 100000] [--seed N] [--json]`: sends requests made from the OpenAPI document to the product in
 * one process and judges every answer. The seed is printed; the same seed makes the same requests.
 */
import { fuzz } from '../test/contracts/fuzz/run.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';

const { ok } = await command(
  async () => {
    const count = Number(option('count', '100000'));
    const seed = Number(option('seed', String(Date.now() % 2 ** 31)));
    if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
      throw new Error('--count and --seed are integers');
    await ensureFreshlyBuilt(say);
    say(`seed ${seed}, ${count} requests`);
    return fuzz({
      count,
      seed,
      progress: (sent, failures) => sent > 0 && say(`${sent} requests, ${failures} failures`),
      failed: ({ index, operation, fault }) => say(`request ${index}, ${operation}: ${fault}`),
    });
  },
  (result) => process.stdout.write(`${JSON.stringify(result, null, 2)}\n`),
);
process.exit(ok ? 0 : 1);
