/** Compiles what is older than its sources; `--web`: the pages too. */
import { ensureFreshlyBuilt, ensureWebFreshlyBuilt } from './lib/build.mjs';
import { say } from './lib/command-line.mjs';

await ensureFreshlyBuilt(say);
if (process.argv.includes('--web')) await ensureWebFreshlyBuilt(say);
