#!/usr/bin/env node
/**
 * `npm run abuse [-- --profile embedded|cluster] [--only shapes,streams] [--json]`: attacks a product of its own on the
 * loopback network (large bodies, a thousand streams, slow senders, guessing, flooding) and judges what others notice of it.
 */
import { abuse } from '../test/abuse/run.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';

const { ok } = await command(
  async () => {
    const profile = option('profile', 'embedded');
    if (!['embedded', 'cluster'].includes(profile)) throw new Error(`unknown profile ${profile}: embedded or cluster`);
    await ensureFreshlyBuilt(say);
    return abuse({ profile, only: option('only', '').split(',').filter(Boolean), say });
  },
  (result) => process.stdout.write(`${JSON.stringify(result, null, 2)}\n`),
);
process.exit(ok ? 0 : 1);
