import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn, SOURCES } from './files.js';
import { usesIn } from './word-uses.js';
import { flat, missing, unused, type Words } from './words.js';

/** Folders with words, by the part they belong to: `kit` for all, `console` for the console … */
const folders = filesIn(SOURCES, /(^|\/)(locales|i18n)\/zh-CN\.ts$/).map(({ path }) =>
  path.replace(/\/zh-CN\.ts$/, ''),
);
const partOf = (path: string): string => path.split('/')[0] ?? '';

/** That the languages say the same is checked beside the words. */
async function wordsOf(folder: string): Promise<Record<string, string>> {
  const file = pathToFileURL(join(SOURCES, folder, 'zh-CN.ts')).href;
  return flat(((await import(file)) as { default: Words }).default);
}

/** Not the words themselves, and not the function `t` itself. */
const sources = filesIn(SOURCES, /\.(vue|ts)$/).filter(
  ({ path }) =>
    !/(^|\/)(locales|i18n)\/(zh-CN|en|i18n)\.ts$/.test(path) && !/\.(d|spec)\.ts$/.test(path) && path.includes('/'),
);
const uses = sources.map(({ path, text }) => ({ path, part: partOf(path), ...usesIn(path, text) }));

describe('words', () => {
  it('there is one for whatever a source asks for', async () => {
    const known = new Map<string, string[]>();
    for (const folder of folders) known.set(partOf(folder), Object.keys(await wordsOf(folder)));
    const kit = known.get('kit') ?? [];
    expect(kit.length).toBeGreaterThan(0);
    const faults = uses.flatMap((each) =>
      missing(each, [...kit, ...(known.get(each.part) ?? [])]).map((key) => `${each.path}: ${key}`),
    );
    expect(faults).toEqual([]);
  });

  it('none is kept that no source asks for', async () => {
    for (const folder of folders) {
      const readers = partOf(folder) === 'kit' ? uses : uses.filter(({ part }) => part === partOf(folder));
      expect({ folder, unused: unused(readers, Object.keys(await wordsOf(folder))) }).toEqual({
        folder,
        unused: [],
      });
    }
  });
});

describe('the check of the words', () => {
  const component = `<script setup lang="ts">
    import { useI18n } from 'vue-i18n';
    const { t } = useI18n();
    const TABLE = ['act.tabled', 'other.text'];
    const late = (code: string) => code === 'act.late';
    const act = (again: boolean) => t(again ? 'act.retry' : 'act.send');
    </script>
    <template><button :title="t('act.hint', { n: 1 })">{{ t(\`state.\${$attrs.state}\`) }} {{ t(TABLE[0]) }}</button></template>`;

  it('reads scripts and templates', () => {
    const found = usesIn('part/Example.vue', component);
    expect([...found.keys].sort()).toEqual(['act.hint', 'act.retry', 'act.send']);
    expect(found.patterns).toEqual(['state.*']);
    expect(found.texts).toContain('act.tabled');
  });

  it('finds what is missing and what is left over', () => {
    const found = usesIn('part/Example.vue', component);
    expect(missing(found, ['act.hint', 'act.retry'])).toEqual(['act.send', 'act.tabled', 'state.*']);
    expect(missing(found, ['act.hint', 'act.retry', 'act.send', 'act.tabled', 'state.lost'])).toEqual([]);
    expect(unused([found], ['act.send', 'act.gone', 'state.lost'])).toEqual(['act.gone']);
  });
});
