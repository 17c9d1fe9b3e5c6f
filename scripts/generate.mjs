#!/usr/bin/env node
/**
 * `npm run generate [-- --check] [--json]`: writes the OpenAPI documents of all services and the AsyncAPI document of the
 * events from the compiled programs. `--check` writes nothing and fails when a committed file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';
import { differences } from './generate/differences.mjs';

const { result, text } = await main();
if (text) process.stderr.write(text);
process.exit(result.ok ? 0 : 1);

async function main() {
  let report = '';
  const answer = await command(
    async () => {
      await ensureFreshlyBuilt(say);
      const { generatedFiles } = await import('./generate/documents.mjs');
      const files = await generatedFiles();
      const changed = [...files].filter(([path, content]) => read(path) !== content);
      if (process.argv.includes('--check')) {
        report = changed.map(([path, content]) => differences(path, read(path), content)).join('\n');
        if (report) report += 'Run `npm run generate` and commit the result.\n';
        return { ok: changed.length === 0, files: files.size, stale: changed.map(([path]) => path) };
      }
      for (const [path, content] of changed) {
        mkdirSync(dirname(inRoot(path)), { recursive: true });
        writeFileSync(inRoot(path), content);
      }
      return { files: files.size, written: changed.map(([path]) => path) };
    },
    ({ files, written }) =>
      written && say(`${files} documents, ${written.length} changed${written.map((each) => `\n  ${each}`).join('')}`),
  );
  return { result: answer, text: report };
}

function read(path) {
  return existsSync(inRoot(path)) ? readFileSync(inRoot(path), 'utf8') : '';
}
