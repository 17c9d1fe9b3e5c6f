import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from '#domain-kit';
import { checkBytes, importFile, reportFile, writeTemplate } from '#sheets';
import { withServices } from '../context.js';
import { formatFor, handOut, type FileOptions } from '../import/files.js';
import { kindOf, knownTo, storeOf } from '../import/kinds.js';
import { SecretsFile } from '../import/secrets-file.js';
import { progressBar } from '../import/progress.js';
import { inBoth, plainly, told, type ImportWords } from '../import/tell.js';
import type { Outcome, Task } from '../perform.js';

/** Imports a file of one kind, or writes the template of one. */
export async function importRows({ config, args: [word, file], options }: Task): Promise<Outcome> {
  const words = options as unknown as ImportWords;
  if (words.template !== undefined) return template(words.template, words);
  const kind = kindOf(word);
  if (file === undefined) throw new Error('name the file to import');
  checkBytes(statSync(file).size);
  const bytes = readFileSync(file);
  const bar = progressBar();
  const done = await withServices(config, async (app) => {
    const store = storeOf(app, kind);
    const secrets = store.handingOut && words.dryRun !== true ? SecretsFile.make(words.secrets) : undefined;
    try {
      const known = await knownTo(app, kind);
      const answer = await importFile(secrets?.fill(store) ?? store, bytes, {
        dryRun: words.dryRun === true,
        acceptValid: words.acceptValid === true,
        system: words.crs,
        known,
        progress: (judged, total) => bar.tell(judged, total),
      });
      return { answer, secrets: secrets?.end() };
    } finally {
      secrets?.end();
      bar.end();
    }
  }).catch(refusedWhole);
  if (done instanceof Refusal)
    return { ok: false, kind: kind.sheet.kind, ...plainly({ row: 1, refusal: done }), lines: [inBoth(done)] };
  if (words.report !== undefined) writeFileSync(words.report, reportFile(done.answer), { mode: 0o600 });
  return told(kind.sheet.kind, done.answer, words, done.secrets);
}

/** A refusal of the file as such; faults go on. */
function refusedWhole(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

async function template(word: string, words: FileOptions): Promise<Outcome> {
  const { sheet } = kindOf(word);
  const bytes = await writeTemplate(sheet, { format: formatFor(words, sheet), language: words.language });
  return handOut(bytes, words, { kind: sheet.kind, rows: 2 });
}
