/**
 * `npm run check:upgrade [-- --from REV] [--incidents N] [--keep] [--json]`: an earlier release, 0.1.0 unless another is
 * named, fills databases on the private stack; this one migrates them, and everything has to be there and to go on.
 */
import { parseArgs } from 'node:util';
import { checkUpgrade } from '../test/legacy/upgrade.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';

/** What 0.1.0 was built from. */
const FIRST_RELEASE = '428140d';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: FIRST_RELEASE },
    incidents: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

await command(
  async () => {
    await ensureFreshlyBuilt(say);
    return checkUpgrade({ from: values.from, count: Number(values.incidents), keep: values.keep, say });
  },
  ({ checks, incidents, from }) => {
    process.stdout.write(`${incidents} incidents of ${from.slice(0, 7)}\n`);
    for (const { name, ok, faults, count } of checks) {
      process.stdout.write(`${ok ? 'ok ' : 'NOT'}  ${name}${count > 0 ? ` (${count})` : ''}\n`);
      for (const fault of faults) process.stdout.write(`       ${fault}\n`);
    }
  },
);
