import { ensureFreshlyBuilt } from './lib/build.mjs';
import { say } from './lib/command-line.mjs';

await ensureFreshlyBuilt(say);
