import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');

const specs = ['apps', 'libs', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => `/${folder}/${file}`),
);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The cells of a document's table rows, heads and rules apart. */
const rowsOf = (path: string): string[][] =>
  readFileSync(join(root, path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| -/.test(line))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore

const named = (text: string): string[] => text.match(/[\w./-]+\.spec\.ts|npm run [\w:]+/g) ?? [];

/** Whether a spec of this name, or a command, is there. */
const exists = (name: string): boolean =>
  name.startsWith('npm run ') ? name.slice(8) in scripts : specs.some((path) => path.endsWith(`/${name}`));

/** Requirements of levels 1 and 2 in each section of ASVS 5.0.0; in every section they come before those of level 3. */
const LEVEL_TWO: Record<string, number[]> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};

describe('what SECURITY.md says protects something', () => {
  const claims = rowsOf('SECURITY.md').filter(([what]) => what !== 'What');

  it('names what proves it, and all of that is there', () => {
    expect(claims.length).toBeGreaterThan(10);
    const unproved = claims.filter(([, , , proof = '']) => named(proof).length === 0 || !named(proof).every(exists));
    expect(unproved.map(([what, , , proof]) => `${what}: ${proof}`)).toEqual([]);
  });
});

describe('the table of ASVS', () => {
  const rows = rowsOf('docs/security/asvs.md').filter(([number = '']) => /^\d+\.\d+\.\d+$/.test(number));

  it('has every requirement of level 2 once, in their order', () => {
    const asked = Object.entries(LEVEL_TWO).flatMap(([chapter, sections]) =>
      sections.flatMap((count, section) =>
        Array.from({ length: count }, (_, at) => `${chapter}.${section + 1}.${at + 1}`),
      ),
    );
    expect(rows.map(([number]) => number)).toEqual(asked);
  });

  it('says of each that it holds, does not apply or is open, and why', () => {
    const silent = rows.filter(([, , state = '', reason = '']) => !/^(holds|n\/a|open)$/.test(state) || reason === '');
    expect(silent).toEqual([]);
  });

  it('rests on tests and commands that are there', () => {
    const missing = rows.flatMap(
      ([number, , , reason = '']) =>
      named(reason).filter((name) => !exists(name)).map((name) => `${number}: ${name}`), // prettier-ignore
    );
    expect(missing).toEqual([]);
  });
});
