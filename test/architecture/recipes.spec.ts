import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const LONG_MS = 120_000;

/** Recipes that are followed to the end; that all others still apply is checked as well. */
const FOLLOWED = ['Someone adds an incident type', 'Someone adds an event', 'Someone adds a unit-selection rule'];

interface Recipe {
  readonly heading: string;
  readonly diff: string;
}

/** The diffs of CONTRIBUTING.md under headings that begin with "Someone adds". */
function recipesOf(text: string): Recipe[] {
  return text
    .split(/^## /m)
    .filter((section) => section.startsWith('Someone adds'))
    .flatMap((section) => {
      const heading = section.slice(0, section.indexOf('\n')).trim();
      return [...section.matchAll(/^```diff\n(.*?)^```$/gms)].map(([, diff = '']) => ({ heading, diff }));
    });
}

const recipes = recipesOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));

/** A copy of the sources that a recipe may change. */
function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-recipes-'));
  const files = ['package.json', 'tsconfig.json', 'jest.config.mjs', 'apps', 'docker', 'libs', 'scripts', 'test'];
  for (const name of files)
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('/node_modules'),
    });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The nearest folder around a changed file that holds specs; at most the whole service or library. */
const withSpecs = (tree: string, path: string): string =>
  path.split('/').length <= 2 || readdirSync(join(tree, path)).some((name) => name.endsWith('.spec.ts'))
    ? path
    : withSpecs(tree, dirname(path));

describe('the recipes of CONTRIBUTING.md', () => {
  let folder: string;
  beforeAll(() => {
    folder = copied();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function apply({ heading, diff }: Recipe, ...words: string[]): Promise<void> {
    const file = join(folder, 'recipe.diff');
    // the mode of a new file says nothing to people, so it is not shown to them
    writeFileSync(file, diff.replaceAll(/^(?=--- \/dev\/null$)/gm, 'new file mode 100644\n'));
    await run('git', ['apply', ...words, file], { cwd: folder }).catch((error: Error) => {
      throw new Error(`"${heading}" does not apply any more: ${error.message}`);
    });
  }

  it.each(recipes.map((recipe) => [recipe.heading, recipe] as const))('%s: its diff applies', (_heading, recipe) =>
    apply(recipe, '--check'),
  );

  it.each(FOLLOWED)('has a diff for: %s', (heading) => {
    expect(recipes.map((recipe) => recipe.heading)).toContain(heading);
  });

  it(
    'leads to a tree that compiles and whose specs pass',
    async () => {
      const followed = recipes.filter(({ heading }) => FOLLOWED.includes(heading));
      for (const recipe of followed) await apply(recipe);
      const changed = followed.flatMap(({ diff }) =>
        [...diff.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, path = '']) => path),
      );
      const folders = [...new Set(changed.map((path) => withSpecs(folder, dirname(path))))];
      const node = (...words: string[]) =>
        run(process.execPath, words, { cwd: folder, env: { ...process.env, FORCE_COLOR: '0' } }).catch(
          (error: { stdout: string; stderr: string }) => Promise.reject(new Error(`${error.stdout}\n${error.stderr}`)),
        );
      await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit');
      const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-w', '1'];
      await node(...jest, '--testPathPatterns', ...folders.map((path) => `^${folder}/${path}/`));
    },
    LONG_MS,
  );
});
