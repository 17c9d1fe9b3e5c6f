import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { inRoot, root } from './paths.mjs';

/** Other revisions of this repository, built; one folder each, named by the commit, kept until {@link removeRevisions}. */
const folder = inRoot('.cache/revisions');

/**
 * Checks a revision out into a folder of its own, installs what its lock file names and builds it, unless that was done
 * before. Nothing of this checkout changes.
 * @param {string} name what git knows it by: a commit, a tag, a branch
 * @returns {Promise<{name: string, commit: string, root: string}>} its short name, its commit, its folder
 * @throws Error when git does not know it, or it cannot be installed or built
 */
export async function builtRevision(name, say) {
  const commit = (await run('git', ['rev-parse', '--verify', `${name}^{commit}`])).stdout.trim();
  const at = join(folder, commit);
  const revision = { name: commit.slice(0, 7), commit, root: at };
  const built = join(at, '.built');
  if (existsSync(built)) return revision;
  say(`building ${name} (${commit.slice(0, 12)}) in ${at}`);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  await run('sh', ['-c', `git archive ${commit} | tar -x -C "$1"`, 'sh', at]);
  await installDependencies(at, say);
  await run('npm', ['run', 'build'], { cwd: at });
  writeFileSync(built, `${commit}\n`);
  return revision;
}

/** Deletes every revision that was built. */
export const removeRevisions = () => rmSync(folder, { recursive: true, force: true });

/** Where the lock file is ours, so are the packages: files are linked, for nobody writes into them. */
async function installDependencies(at, say) {
  const lock = (where) => readFileSync(join(where, 'package-lock.json'), 'utf8');
  if (lock(at) === lock(root)) {
    const linked = await run('cp', ['-al', inRoot('node_modules'), join(at, 'node_modules')], { allowFailure: true });
    if (linked.code === 0) return;
    rmSync(join(at, 'node_modules'), { recursive: true, force: true });
  }
  say('npm ci');
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: at });
}
