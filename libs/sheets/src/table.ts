import type { Refusal } from '#domain-kit';
import type { Outline } from './outline.js';

/** A row of a file before anybody knows what its columns are. */
export interface TableRow {
  /** As {@link GivenRow} counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with the row as such, and where. */
  readonly fault?: { readonly column?: string; readonly value?: string; readonly refusal: Refusal };
  readonly outline?: Outline;
}

/** A file as a table. */
export interface Table {
  readonly format: 'csv' | 'xlsx' | 'geojson';
  /** What its bytes are, where that is not given by the format. */
  readonly encoding?: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Columns that the file may have although nobody asks for them. */
  readonly mayHaveMore: boolean;
}

/** What spreadsheets would compute; an apostrophe before it makes it a text, and one more an apostrophe. */
const COMPUTED = /^'*[=+\-@\t\r]/;

/** A text as it stands in a cell of a file, where no spreadsheet takes it for a formula. */
export const guarded = (text: string): string => (COMPUTED.test(text) && !isNumber(text) ? `'${text}` : text);

/** The text of a cell, without the apostrophe that guards it. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && COMPUTED.test(cell) ? cell.slice(1) : cell);

/** A negative degree is a number in any spreadsheet, and harmless. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text);
