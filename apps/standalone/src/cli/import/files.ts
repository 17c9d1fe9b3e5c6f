import { writeFileSync } from 'node:fs';
import { FORMATS, formatsOf, type Format, type Sheet } from '#sheets';
import type { Outcome } from '../perform.js';

/** Where a file goes that a command makes, and how it is written. */
export interface FileOptions {
  /** Standard output without it. */
  readonly out?: string;
  readonly language: 'zh' | 'en';
}

/** The format that the name of a file asks for; the usual one of its kind otherwise. */
export function formatFor<Row>({ out = '' }: FileOptions, sheet: Sheet<Row>): Format | undefined {
  return FORMATS.find((format) => out.toLowerCase().endsWith(`.${format}`)) ?? formatsOf(sheet)[0];
}

/** Writes a file for its owner alone, or prints it. */
export function handOut(bytes: Buffer, { out }: FileOptions, more: Readonly<Record<string, unknown>>): Outcome {
  if (out === undefined) {
    const text = bytes.toString();
    return { ok: true, ...more, text, lines: [text.trimEnd()] };
  }
  writeFileSync(out, bytes, { mode: 0o600 });
  return { ok: true, ...more, file: out, lines: [`${out} written`] };
}
