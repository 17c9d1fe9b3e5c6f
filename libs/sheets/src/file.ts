import { readCsv, writeCsv } from './csv.js';
import { readGeoJson, writeGeoJson } from './geojson.js';
import { checkBytes } from './limits.js';
import type { CoordinateSystem, Outline } from './outline.js';
import { fileFormat } from './refusals.js';
import { cellsOf, columnsOf, type Sheet } from './sheet.js';
import type { Table } from './table.js';
import { readXlsx, writeXlsx } from './xlsx.js';

/** Formats that files are written in. */
export const FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

/** What a workbook, as any ZIP, begins with. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Formats that files of a kind may have, the usual one first. */
export const formatsOf = <Row>({ outlines }: Sheet<Row>): readonly Format[] =>
  outlines ? ['geojson'] : ['csv', 'xlsx'];

/** Reads a file of a kind by what it holds, not by its name. Throws refusals about the file as such. */
export async function readTable<Row>(sheet: Sheet<Row>, bytes: Uint8Array, system: CoordinateSystem): Promise<Table> {
  checkBytes(bytes.length);
  const isWorkbook = ZIP.every((byte, at) => bytes[at] === byte);
  const isMap = /^\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString().replace('\ufeff', ''));
  const format = isWorkbook ? 'xlsx' : isMap ? 'geojson' : 'csv';
  if (!formatsOf(sheet).includes(format)) throw fileFormat({ formats: formatsOf(sheet).join(', ') });
  if (format === 'geojson') return readGeoJson(bytes, system);
  return format === 'xlsx' ? readXlsx(bytes) : readCsv(bytes);
}

/** Rows as a file that is read back unchanged; its header in one of both languages. */
export async function writeRows<Row>(
  sheet: Sheet<Row>,
  rows: readonly Partial<Row>[],
  { format = formatsOf(sheet)[0], language = 'zh' }: { format?: Format | undefined; language?: 'zh' | 'en' } = {},
): Promise<Buffer> {
  return written(
    sheet,
    rows.map((row) => ({ cells: cellsOf(sheet, row), outline: outlineIn(row) })),
    format,
    language,
  );
}

/** A file with the header and two rows, to be filled in. */
export async function writeTemplate<Row>(
  sheet: Sheet<Row>,
  { format = formatsOf(sheet)[0], language = 'zh' }: { format?: Format | undefined; language?: 'zh' | 'en' } = {},
): Promise<Buffer> {
  const rows = ([0, 1] as const).map((at) => ({
    cells: columnsOf(sheet).map(([, { samples }]) => samples[at]),
    outline: sheet.outlines?.[at] ?? [],
  }));
  return written(sheet, rows, format, language);
}

interface WrittenRow {
  readonly cells: readonly string[];
  readonly outline: Outline;
}

async function written<Row>(
  sheet: Sheet<Row>,
  rows: readonly WrittenRow[],
  format: Format | undefined,
  language: 'zh' | 'en',
): Promise<Buffer> {
  if (!format || !formatsOf(sheet).includes(format)) throw fileFormat({ formats: formatsOf(sheet).join(', ') });
  const header = columnsOf(sheet).map(([, { name }]) => name[language]);
  if (format === 'geojson') return writeGeoJson(header, rows);
  const cells = [header, ...rows.map((row) => row.cells)];
  return format === 'xlsx' ? writeXlsx(cells) : writeCsv(cells);
}

const outlineIn = (row: object): Outline => ('outline' in row ? (row.outline as Outline) : []);
