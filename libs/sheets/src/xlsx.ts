import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { Refusal } from '#domain-kit';
import { checkBytes, checkRows, MOST_UNPACKED_MEGABYTES } from './limits.js';
import { cellFormula, cellRounded, fileBroken, fileEmpty } from './refusals.js';
import { guarded, unguarded, type Table, type TableRow } from './table.js';

/** Spreadsheets keep fifteen digits of a number. */
const LONGEST = 1e15;

/** Reads the one sheet of a workbook that holds anything. Throws refusals for what is no such file. */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const formulas = formulasIn(bytes);
  const sheets = await workbook(bytes);
  const filled = sheets.map(({ data }) => data).filter((data) => data.length > 0);
  if (filled.length > 1) {
    throw fileBroken({
      why: { zh: '有多个工作表含有数据，请只保留一个', en: 'more than one sheet holds data; keep one' },
    });
  }
  const [first, ...data] = filled[0] ?? [];
  if (!first) throw fileEmpty();
  checkRows(data.length);
  const header = first.map(textOf);
  const rows = data.flatMap((values, at): TableRow[] => {
    const row = at + 2;
    const cells = values.map((value) => unguarded(textOf(value)));
    const column = formulas.get(row) ?? -1;
    if (column >= 0) return [{ row, cells, fault: { column: header[column] ?? '', refusal: cellFormula() } }];
    if (cells.every((cell) => cell.trim() === '')) return [];
    const rounded = values.findIndex((value) => typeof value === 'number' && Math.abs(value) >= LONGEST);
    const value = cells[rounded] ?? '';
    return [
      { row, cells, ...(rounded >= 0 && { fault: { column: header[rounded] ?? '', value, refusal: cellRounded() } }) },
    ];
  });
  return { format: 'xlsx', header, rows, mayHaveMore: false };
}

/** A workbook with one sheet of texts. */
export const writeXlsx = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeWorkbook(rows.map((cells) => cells.map(cellOf))).toBuffer();

const cellOf = (text: string) => (text === '' ? null : { value: escaped(guarded(text)), type: String, format: '@' });

/**
 * What workbooks write as `_xHHHH_`: what has no place in them, what already reads like that, and the first character of texts that
 * the writer takes for what every object has (`toString`).
 */
function escaped(text: string): string {
  if (text in Object.prototype) return hexOf(text.charAt(0)) + text.slice(1);
  return text.replace(/_(?=x[\da-f]{4}_)/gi, hexOf).replace(/[\ufffd\p{Noncharacter_Code_Point}]/gu, hexOf);
}

const hexOf = (text: string): string =>
  text
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');

async function workbook(bytes: Uint8Array): Promise<{ data: unknown[][] }[]> {
  try {
    return await readWorkbook(Buffer.from(bytes), { trim: false });
  } catch {
    throw notAWorkbook();
  }
}

const notAWorkbook = () =>
  fileBroken({
    why: { zh: '不是 Excel 工作簿（.xlsx），或已加密', en: 'it is no Excel workbook (.xlsx), or encrypted' },
  });

const FORMULA = /<c [^>]*?r="([A-Z]+)(\d+)"[^>]*>\s*<f[\s>/]/g;

/** The first column of each row that a formula stands in, from 0. Sheets alone are unpacked, and never more than fits. */
function formulasIn(bytes: Uint8Array): Map<number, number> {
  const found = new Map<number, number>();
  for (const sheet of Object.values(unpacked(bytes))) {
    for (const [, letters = '', row = ''] of strFromU8(sheet).matchAll(FORMULA)) {
      if (!found.has(Number(row))) found.set(Number(row), columnOf(letters));
    }
  }
  return found;
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        checkBytes(total, MOST_UNPACKED_MEGABYTES);
        return /^xl\/worksheets\/[^/]+\.xml$/.test(name);
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw notAWorkbook();
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString() : '';
}
