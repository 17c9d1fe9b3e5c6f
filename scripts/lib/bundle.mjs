import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** What starts a process, by the name of its program. */
const ENTRIES = {
  intake: 'apps/intake/src/main.js',
  routing: 'apps/routing/src/main.js',
  cases: 'apps/cases/src/main.js',
  notifications: 'apps/notifications/src/main.js',
  identity: 'apps/identity/src/main.js',
  gateway: 'apps/gateway/src/main.js',
  standalone: 'apps/standalone/src/main.js',
  qijing: 'apps/standalone/src/cli/main.js',
};

/**
 * Joins each program with everything it imports in a few files, `dist/programs/<name>.js`: reading some 1,500 modules one
 * by one is most of the time that a killed process needs to come back. Native packages, and what nobody has installed
 * (drivers of other databases), stay outside.
 * @param {string} dist the compiled programs
 */
export async function bundlePrograms(dist) {
  const folder = join(dist, 'programs');
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: dist,
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(dist, file)])),
    platform: 'node',
    external: [/^libsql$/, /^@node-rs\//],
    treeshake: false,
    checks: { bundlerTimings: false },
    onLog: (level, log, next) => log.code === 'UNRESOLVED_IMPORT' || next(level, log),
  });
  try {
    await bundle.write({ dir: folder, format: 'esm', keepNames: true, sourcemap: true });
  } finally {
    await bundle.close();
  }
}
