import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as vocabulary from '#contracts';

type Words = { [key: string]: string | Words };

const web = resolve(import.meta.dirname, '../..');
const folders = readdirSync(web, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => (name === 'kit' ? 'kit/i18n' : `${name}/locales`))
  .filter((folder) => existsSync(join(web, folder, 'zh-CN.ts')));

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

async function load(folder: string, language: string): Promise<Map<string, string>> {
  const { default: words } = (await import(join(web, folder, `${language}.ts`))) as { default: Words };
  return new Map(flat(words));
}

/** Each once: a language may need several forms of a sentence, one for each number. */
const params = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

const languages = async (folder: string) => [await load(folder, 'zh-CN'), await load(folder, 'en')] as const;

describe.each(folders)('the words of %s', (folder) => {
  it('have the same keys and parameters in both languages', async () => {
    const [zh, en] = await languages(folder);
    const shape = (words: Map<string, string>) => [...words].map(([key, text]) => [key, params(text)]).sort();
    expect(shape(en)).toEqual(shape(zh));
  });

  it('are none empty', async () => {
    for (const words of await languages(folder)) {
      expect([...words].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });
});

describe('words in use', () => {
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => ({ file, text: readFileSync(join(web, file), 'utf8') }));

  it('all exist: every t(…) with a plain key', async () => {
    const kit = await load('kit/i18n', 'zh-CN');
    const missing: string[] = [];
    for (const { file, text } of sources) {
      const app = `${file.split('/')[0] ?? ''}/locales`;
      const own = folders.includes(app) ? await load(app, 'zh-CN') : new Map<string, string>();
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w.-]+)'/g)) {
        if (!kit.has(key) && !own.has(key)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('carry no Chinese outside of the word lists', () => {
    const strays = sources
      .filter(({ file }) => !/(^|\/)(locales|i18n)\//.test(file) && file !== 'kit/api/schema.ts')
      .flatMap(({ file, text }) =>
        text
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '')
          .split('\n')
          .filter((line) => /[\u4e00-\u9fff]/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(strays).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it.each([
    ['priority', vocabulary.PRIORITIES],
    ['incidentState', vocabulary.INCIDENT_STATES],
    ['assignmentState', vocabulary.ASSIGNMENT_STATES],
    ['assignmentRole', vocabulary.ASSIGNMENT_ROLES],
    ['caseState', vocabulary.CASE_STATES],
    ['caseKind', vocabulary.CASE_KINDS],
    ['proposedAct', vocabulary.PROPOSED_ACTS],
    ['proposalState', vocabulary.PROPOSAL_STATES],
    ['proposalWait', vocabulary.PROPOSAL_WAITS],
    ['outcome', vocabulary.OUTCOMES],
    ['suspectState', vocabulary.SUSPECT_STATES],
    ['ledgerKind', vocabulary.LEDGER_KINDS],
    ['declineReason', vocabulary.DECLINE_REASONS],
    ['holdReason', vocabulary.HOLD_REASONS],
    ['cancelReason', vocabulary.CANCEL_REASONS],
    ['adviceCategory', vocabulary.ADVICE_CATEGORIES],
    ['channel', vocabulary.CHANNELS],
    ['zone', vocabulary.ZONES],
    ['flag', vocabulary.DANGER_FLAGS],
    ['discipline', vocabulary.DISCIPLINES],
  ] as [string, readonly string[]][])('%s has a word for every code', async (group, codes) => {
    const zh = await load('kit/i18n', 'zh-CN');
    expect([...zh.keys()].filter((key) => key.startsWith(`${group}.`)).sort()).toEqual(
      codes.map((code) => `${group}.${code}`).sort(),
    );
  });
});
