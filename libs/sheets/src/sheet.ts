import type { Texts } from '#domain-kit';
import type { Cell } from './cells.js';
import type { Outline } from './outline.js';

/** A column of a file: what it is called, what it takes, and what the template shows. */
export interface Column<T> {
  /** Its names, as headers of templates and exports; a file may use either, or the name of the field. */
  readonly name: Texts;
  /** What people should know who fill it in. */
  readonly about: Texts;
  /** A row without it is refused, and so is a file without the column. */
  readonly required?: true;
  readonly cell: Cell<T>;
  /** What the two rows of the template hold, in the words of the file. */
  readonly samples: readonly [string, string];
}

/** The columns of a kind of row, by field; a field that is a {@link Outline} comes from the geometry instead. */
export type Columns<Row> = {
  readonly [Field in keyof Row as Row[Field] extends Outline ? never : Field]-?: Column<NonNullable<Row[Field]>>;
};

/** What a kind of file consists of. From here alone come template, reading, export and documentation. */
export interface Sheet<Row = Record<string, unknown>> {
  readonly kind: string;
  readonly columns: Columns<Row>;
  /** Fields whose values stand in one row of a file only. */
  readonly unique: readonly (keyof Row & string)[];
  /** Fields that hold longitude and latitude, degrees. */
  readonly position?: readonly [longitude: keyof Row & string, latitude: keyof Row & string];
  /** A field that names rows of another kind by their codes; they may belong to another service. */
  readonly refersTo?: { readonly field: keyof Row & string; readonly kind: string };
  /** The outlines of the template's rows, where rows are areas of a map: the file is GeoJSON then. */
  readonly outlines?: readonly [Outline, Outline];
  /** What holds between the fields of a row; throws a refusal whose pointer is the field. */
  readonly check?: (row: Partial<Row>) => void;
}

/** A row of a file as it was read. A field that the file has no column for is absent; an empty cell is undefined. */
export interface GivenRow<Row> {
  /** As a spreadsheet counts, the header being 1; of GeoJSON the feature, from 1. */
  readonly row: number;
  readonly values: Partial<Row>;
}

/** The fields of a sheet and their columns, in their order. */
export const columnsOf = <Row>(sheet: Sheet<Row>): [keyof Row & string, Column<unknown>][] =>
  Object.entries(sheet.columns) as [keyof Row & string, Column<unknown>][];

/** What a row says in the cells of a file, in the order of the columns. */
export const cellsOf = <Row>(sheet: Sheet<Row>, row: Partial<Row>): string[] =>
  columnsOf(sheet).map(([field, { cell }]) => {
    const value = row[field];
    return value === undefined || value === null ? '' : cell.write(value);
  });

/** Whether two rows are the same in a file: what is written in other ways, and read alike, is no difference. */
export const sameInFile = <Row>(sheet: Sheet<Row>, one: Partial<Row>, other: Partial<Row>): boolean =>
  asRead(sheet, one) === asRead(sheet, other);

function asRead<Row>(sheet: Sheet<Row>, row: Partial<Row>): string {
  const columns = columnsOf(sheet);
  const values = cellsOf(sheet, row).map((text, at) => (text.trim() === '' ? null : columns[at]?.[1].cell.read(text)));
  return JSON.stringify(values);
}
