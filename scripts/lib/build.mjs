import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { inRoot } from './paths.mjs';

const built = inRoot('dist/apps/standalone/src/main.js');

/** Compiles with `nest build` when `dist` is missing. */
export async function ensureBuilt(say) {
  if (existsSync(built)) return;
  await build(say);
}

/** Compiles when `dist` is missing or older than a source: tests must not run yesterday's programs. */
export async function ensureFreshlyBuilt(say) {
  if (!existsSync(built) || newestIn('apps', 'libs') > statSync(built).mtimeMs) await build(say);
}

async function build(say) {
  say('nest build');
  await run(process.execPath, [inRoot('node_modules/@nestjs/cli/bin/nest.js'), 'build']);
}

/** The time of the newest source (ms); configuration of the build counts as a source. */
function newestIn(...folders) {
  const times = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'].map(timeOf);
  for (const folder of folders) {
    for (const entry of readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.endsWith('.ts'))
        times.push(timeOf(join(entry.parentPath ?? entry.path, entry.name)));
    }
  }
  return Math.max(...times);
}

const timeOf = (path) => statSync(inRoot(path)).mtimeMs;
