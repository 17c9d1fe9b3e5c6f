import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from './files.js';
import { firstLoad, gzippedBytes, type Manifest } from './first-load.js';

const KIB = 1024;

describe('first load after gzip', () => {
  it.each([
    ['portal/index.html', 150 * KIB],
    ['unit/index.html', 180 * KIB],
    ['console/index.html', 600 * KIB],
  ])('%s stays within %i bytes', (html, budget) => {
    const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Manifest;
    const files = firstLoad(BUILT, html, manifest);
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
    expect(gzippedBytes(BUILT, files)).toBeLessThanOrEqual(budget);
  });

  describe('by example', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'qijing-first-load-'));
      const html = '<link rel="stylesheet" href="/page.css"><script type="module" src="/entry.js"></script>';
      for (const [file, text] of Object.entries({
        'page.html': html,
        'page.css': 'a{}',
        'entry.js': 'x',
        'shared.js': 'y',
        'shared.css': 'b{}',
        'later.js': 'z',
      }))
        writeFileSync(join(folder, file), text);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('counts what is imported, once, and not what is loaded later', () => {
      const manifest = {
        'page.html': { file: 'entry.js', css: ['page.css'], imports: ['_shared'], dynamicImports: ['_later'] },
        _shared: { file: 'shared.js', css: ['shared.css'], imports: ['page.html'] },
        _later: { file: 'later.js' },
      };
      const files = firstLoad(folder, 'page.html', manifest);
      expect(files.sort()).toEqual(['entry.js', 'page.css', 'page.html', 'shared.css', 'shared.js']);
      expect(gzippedBytes(folder, ['entry.js'])).toBeGreaterThan(20);
    });
  });
});
