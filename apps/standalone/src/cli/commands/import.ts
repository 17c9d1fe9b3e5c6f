import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from '#domain-kit';
import {
  checkBytes,
  importFile,
  reportFile,
  writeTemplate,
  type CoordinateSystem,
  type ImportAnswer,
  type RowRefusal,
} from '#sheets';
import { withServices } from '../context.js';
import { formatFor, handOut, type FileOptions } from '../import/files.js';
import { kindOf, knownTo, storeOf } from '../import/kinds.js';
import { SecretsFile } from '../import/secrets-file.js';
import { progressBar } from '../import/progress.js';
import type { Outcome, Task } from '../perform.js';

interface ImportWords extends FileOptions {
  readonly template?: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly crs: CoordinateSystem;
  readonly report?: string;
  readonly secrets?: string;
}

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

const inBoth = ({ messages: { zh, en } }: Refusal): string => `${zh}  ${en}`;

async function template(word: string, words: FileOptions): Promise<Outcome> {
  const { sheet } = kindOf(word);
  const bytes = await writeTemplate(sheet, { format: formatFor(words, sheet), language: words.language });
  return handOut(bytes, words, { kind: sheet.kind, rows: 2 });
}

function told(
  kind: string,
  answer: ImportAnswer,
  { dryRun = false, acceptValid = false, report }: ImportWords,
  secrets: string | undefined,
): Outcome {
  const { verdicts: _verdicts, refusals, ...counts } = answer;
  const ok = answer.refused === 0 || (acceptValid && answer.written);
  return {
    ok,
    kind,
    dryRun,
    ...counts,
    refusals: refusals.map(plainly),
    ...(report !== undefined && { report }),
    ...(secrets !== undefined && { secrets }),
    lines: [
      ...linesOf(kind, answer, dryRun, report),
      ...(secrets === undefined ? [] : [`one-time secrets: ${secrets}`]),
    ],
  };
}

const plainly = ({ refusal, ...where }: RowRefusal) => ({ ...where, code: refusal.code, reason: refusal.messages });

function linesOf(kind: string, answer: ImportAnswer, dryRun: boolean, report: string | undefined): string[] {
  const { format, encoding, rows, created, changed, unchanged, refused, written, refusals, notes } = answer;
  return [
    `${kind}: ${rows} rows (${[format, encoding].filter(Boolean).join(', ')}): ${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
    ...refusals.map(lineOf),
    ...(refused > refusals.length ? [`  … ${refused - refusals.length} more; --report FILE has all`] : []),
    ...notes.map(({ zh, en }) => `  ${zh}  ${en}`),
    ...(report === undefined ? [] : [`report: ${report}`]),
    outcomeLine(dryRun, written, refused),
  ];
}

const lineOf = ({ row, column, value, refusal }: RowRefusal): string =>
  `  ${[`row ${row}`, column, value && JSON.stringify(value)].filter(Boolean).join('  ')}: ${inBoth(refusal)}`;

function outcomeLine(dryRun: boolean, written: boolean, refused: number): string {
  if (dryRun) return 'nothing written: a dry run';
  if (written && refused > 0) return 'written but for the refused rows; the file again does the rest';
  if (written) return 'written';
  return refused > 0 ? 'nothing written: correct the rows, or leave them out with --accept-valid' : 'nothing to write';
}
