import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms } from './bundle.mjs';
import { run } from './command.mjs';
import { inRoot } from './paths.mjs';

const built = inRoot('dist/programs/standalone.js');
const builtWeb = inRoot('dist/web/index.html');

/** Compiles and joins the programs when they are missing. */
export async function ensureBuilt(say) {
  if (existsSync(built)) return;
  await build(say);
}

/** Compiles and joins when `dist` is missing or older than a source: tests must not run yesterday's programs. */
export async function ensureFreshlyBuilt(say) {
  if (!existsSync(built) || newestProgramSource() > statSync(built).mtimeMs) await build(say);
}

/** Builds the pages when they are missing or older than one of their sources. */
export async function ensureWebFreshlyBuilt(say) {
  const sources = [...BUILD_FILES, ...filesIn('apps/web', () => true)];
  if (existsSync(builtWeb) && newest(sources) <= statSync(builtWeb).mtimeMs) return;
  say('vite build');
  const words = ['build', '--config', inRoot('apps/web/vite.config.ts'), '--logLevel', 'warn'];
  // A test that builds them runs with NODE_ENV=test, which would put the developers' editions of the libraries in.
  await run(process.execPath, [inRoot('node_modules/vite/bin/vite.js'), ...words], { env: { NODE_ENV: 'production' } });
}

async function build(say) {
  say('nest build');
  await run(process.execPath, [inRoot('node_modules/@nestjs/cli/bin/nest.js'), 'build']);
  await bundlePrograms(inRoot('dist'));
}

const BUILD_FILES = ['package.json'];
const PROGRAM_FILES = [
  ...BUILD_FILES,
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'scripts/lib/bundle.mjs',
];

const isProgramSource = (path) => path.endsWith('.ts') && !path.startsWith(inRoot('apps/web'));

/** The time of the newest source of the programs (ms); configuration of the build counts as a source. */
const newestProgramSource = () =>
  newest([...PROGRAM_FILES, ...['apps', 'libs'].flatMap((folder) => filesIn(folder, isProgramSource))]);

function filesIn(folder, wanted) {
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(wanted);
}

const newest = (paths) => Math.max(...paths.map((path) => statSync(inRoot(path)).mtimeMs));
