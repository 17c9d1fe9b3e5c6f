import type { Refusal } from '#domain-kit';
import type { CoordinateSystem, ImportAnswer, RowRefusal } from '#sheets';
import type { Outcome } from '../perform.js';
import type { FileOptions } from './files.js';

/** The options of the command. */
export interface ImportWords extends FileOptions {
  readonly template?: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly crs: CoordinateSystem;
  readonly report?: string;
  readonly secrets?: string;
}

/** A refusal in both languages. */
export const inBoth = ({ messages: { zh, en } }: Refusal): string => `${zh}  ${en}`;

/** What an import came to, for people and as one JSON object. */
export function told(
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

/** A refused row without its class. */
export const plainly = ({ refusal, ...where }: RowRefusal) => ({
  ...where,
  code: refusal.code,
  reason: refusal.messages,
});

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
