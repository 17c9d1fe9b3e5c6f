import { parse, CsvError } from 'csv-parse/sync';
import { decodeText } from './decode.js';
import { checkRows, MOST_ROWS } from './limits.js';
import { fileBroken, fileEmpty, rowWidth } from './refusals.js';
import { guarded, unguarded, type Table, type TableRow } from './table.js';

const DELIMITERS = [',', '\t', ';'] as const;

/** Reads a text file of columns between commas, tabs or semicolons. Throws refusals for what is no such file. */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  const [header, ...records] = recordsOf(text);
  if (!header) throw fileEmpty();
  const rows = records.flatMap((cells, at): TableRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = { row: at + 2, cells: cells.map(unguarded) };
    if (cells.length === header.length) return [row];
    return [{ ...row, fault: { refusal: rowWidth({ cells: cells.length, header: header.length }) } }];
  });
  return { format: 'csv', encoding, header, rows, mayHaveMore: false };
}

function recordsOf(text: string): string[][] {
  const [head = ''] = text.split('\n', 1);
  const count = (delimiter: string): number => head.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    // the header is not counted, and one row more tells that there are too many
    const records = parse(text, { delimiter, bom: true, relax_column_count: true, to: MOST_ROWS + 2 });
    checkRows(records.length - 1);
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: number };
    throw fileBroken({ why: { zh: `第 ${lines} 行起引号不成对`, en: `quotes do not match from line ${lines} on` } });
  }
}

/** A text file of columns between commas, in UTF-8 with the mark by which spreadsheets know it. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`);
  return Buffer.from(`\ufeff${lines.join('')}`);
}

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
