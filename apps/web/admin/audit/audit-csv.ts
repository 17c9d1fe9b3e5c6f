import type { AuditEntry } from './use-audit';

const COLUMNS = [
  'at',
  'actor',
  'act',
  'object',
  'subject',
  'seq',
  'success',
  'outcome',
  'address',
  'session',
  'hash',
] as const;

/** A field of a table file; one that a spreadsheet would take for a formula is made a text. */
function field(value: unknown): string {
  const text = value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The entries as a table file: UTF-8 with its mark, a row each, columns by their names in the API. */
export const csvOf = (entries: readonly AuditEntry[]): string =>
  `\uFEFF${[COLUMNS, ...entries.map((entry) => COLUMNS.map((column) => entry[column]))]
    .map((row) => row.map(field).join(','))
    .join('\r\n')}\r\n`;
