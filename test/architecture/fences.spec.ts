import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };

/** Per fence: a small tree that breaks it. `from` imports what `to` names. */
const breaches: Record<string, { from: string; to: string; files?: string[] }> = {
  'no-app-to-app': { from: 'apps/a/src/use-cases/x.ts', to: 'apps/b/src/use-cases/y.ts' },
  'no-lib-to-app': { from: 'libs/platform/src/x.ts', to: 'apps/b/src/y.ts' },
  'domain-is-plain': { from: 'apps/a/src/domain/x.ts', to: 'libs/platform/src/y.ts' },
  'domain-kit-is-plain': { from: 'libs/domain-kit/src/x.ts', to: 'libs/contracts/src/y.ts' },
  'contracts-know-no-lib': { from: 'libs/contracts/src/x.ts', to: 'libs/domain-kit/src/y.ts' },
  'inbound-not-outbound': { from: 'apps/a/src/inbound/http/x.ts', to: 'apps/a/src/outbound/database/y.ts' },
  'nothing-imports-inbound': { from: 'apps/a/src/use-cases/x.ts', to: 'apps/a/src/inbound/http/y.ts' },
  'outbound-not-use-cases': { from: 'apps/a/src/outbound/x.ts', to: 'apps/a/src/use-cases/y.ts' },
  'only-messaging-knows-kafka': { from: 'libs/platform/src/x.ts', to: 'node_modules/kafkajs/index.js' },
  'only-persistence-knows-drivers': { from: 'apps/a/src/outbound/x.ts', to: 'node_modules/mysql2/index.js' },
  'no-circular': { from: 'apps/a/src/use-cases/x.ts', to: 'apps/a/src/use-cases/y.ts', files: ['circle'] },
  'no-orphans': { from: 'apps/a/src/use-cases/x.ts', to: '', files: ['orphan'] },
  'not-resolvable': { from: 'apps/a/src/use-cases/x.ts', to: 'apps/a/src/use-cases/nowhere.ts', files: ['missing'] },
};

/** Names of the rules that a tree breaks. */
async function broken(folder: string): Promise<string[]> {
  const words = [depcruise, 'apps', 'libs', '--config', config, '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

describe('fences', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-fences-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function plant(name: string): string {
    const tree = join(folder, name);
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    };
    const { from, to, files = [] } = breaches[name] as { from: string; to: string; files?: string[] };
    for (const base of ['apps', 'libs']) mkdirSync(join(tree, base), { recursive: true });
    put('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext" } }');
    put('package.json', '{ "type": "module", "dependencies": { "kafkajs": "1", "mysql2": "1" } }');
    const up = '../'.repeat(from.split('/').length - 1);
    const [, library] = /^node_modules\/([^/]+)\//.exec(to) ?? [];
    if (files.includes('orphan')) {
      put(from, 'export const x = 1;\n');
      return tree;
    }
    put(from, `import { y } from '${library ?? `${up}${to.replace(/\.ts$/, '.js')}`}';\nexport const x = y;\n`);
    if (library !== undefined)
      put(`node_modules/${library}/package.json`, `{ "name": "${library}", "main": "index.js" }`);
    if (files.includes('missing')) return tree;
    const circle = `import { x } from './x.js';\nexport const y = () => x;\n`;
    put(to, files.includes('circle') ? circle : 'export const y = 1;\n');
    return tree;
  }

  it('has a breach for every fence', () => {
    expect(Object.keys(breaches).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.keys(breaches))('%s falls when it is broken', async (name) => {
    expect(await broken(plant(name))).toContain(name);
  });
});
