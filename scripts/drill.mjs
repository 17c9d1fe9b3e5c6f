#!/usr/bin/env node
/** `npm run drill -- [--profile embedded|cluster] [--incidents N] [--seed S] [--json]`: backup, loss, restore; see test/drill. */
import { parseArgs } from 'node:util';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';
import { drill } from '../test/drill/drill.mjs';

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'embedded' },
    incidents: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

await command(async () => {
  const { profile, incidents, seed } = values;
  if (!['embedded', 'cluster'].includes(profile)) throw new Error(`unknown profile ${profile}: embedded or cluster`);
  await ensureFreshlyBuilt(say);
  return drill({ profile, incidents: Number(incidents), seed: Number(seed), say });
}, tell);

function tell({ profile, cases }) {
  for (const { id, ok, lost, doubled, afterBackup, restoreMs, notes } of cases) {
    process.stdout.write(
      `${ok ? 'holds ' : 'BROKEN'} ${profile} ${id.padEnd(14)} lost ${lost}  doubled ${doubled}  ` +
        `reported after the backup ${afterBackup}  back after ${restoreMs} ms\n`,
    );
    for (const note of notes) process.stdout.write(`       ${note}\n`);
  }
}
