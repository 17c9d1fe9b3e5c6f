import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Source files of the product, pages included, without specs and without what is generated. */
const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.(ts|vue)$/.test(file) && !/\.(spec|fixture|samples)\.ts$/.test(file) && file !== 'web/kit/api/schema.ts',
    )
    .map((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      return { file: `${folder}/${file}`, text, lines: text.split('\n').length };
    }),
);

describe('size budgets', () => {
  it('keeps every source file, of pages and services alike, within 250 lines', () => {
    expect(sources.filter(({ lines }) => lines > 250).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  it('keeps the median within 60 lines and 95 of 100 files within 120', () => {
    const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(60);
    expect(at(0.95)).toBeLessThanOrEqual(120);
  });

  it('gives no class more than five dependencies', () => {
    const greedy = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/constructor\(([^)]*)\)/gs)]
        .filter(([, list = '']) => (list.match(/\b(private|protected)( readonly)? \w+/g) ?? []).length > 5)
        .map(() => file),
    );
    expect(greedy).toEqual([]);
  });

  it('names no machine path and no folder outside the project', () => {
    const paths = /(["'`(\s])(\/work\/|\/root\/|\/home\/\w)|\.\.\/shared\b/;
    expect(sources.filter(({ text }) => paths.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
