import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from './files.js';
import { firstLoad, gzippedBytes } from './first-load.js';

const KIB = 1024;

describe('first load after gzip', () => {
  it.each([
    ['portal/index.html', 150 * KIB],
    ['unit/index.html', 180 * KIB],
    ['console/index.html', 600 * KIB],
    ['admin/index.html', 150 * KIB],
  ])('%s stays within %i bytes', (html, budget) => {
    const files = firstLoad(BUILT, html);
    expect(files.filter((file) => /^assets\/.*\.js$/.test(file)).length).toBeGreaterThan(1);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(gzippedBytes(BUILT, files)).toBeLessThanOrEqual(budget);
  });

  describe('by example', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'qijing-first-load-'));
      for (const [file, text] of Object.entries({
        'page.html': '<link rel="stylesheet" href="/page.css"><script type="module" src="/entry.js"></script>',
        'page.css': 'a{}',
        'entry.js': 'import{a}from"./shared.js";const later=()=>import("./later.js");later(a)',
        'shared.js': 'import"./entry.js";export{b as a}from"./deep.js"',
        'deep.js': 'export const b="import x from \\"./no.js\\""',
        'later.js': 'z',
      }))
        writeFileSync(join(folder, file), text);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('counts what is imported, once, and not what is loaded later', () => {
      const files = firstLoad(folder, 'page.html');
      expect(files.sort()).toEqual(['deep.js', 'entry.js', 'page.css', 'page.html', 'shared.js']);
      expect(gzippedBytes(folder, ['entry.js'])).toBeGreaterThan(20);
    });
  });
});
