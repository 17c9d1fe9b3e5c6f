import { foldForSearch, Refusal } from '#domain-kit';
import { toWgs84, looksSwapped, type CoordinateSystem } from './outline.js';
import {
  axesSwapped,
  cellMissing,
  columnMissing,
  columnTwice,
  columnUnknown,
  halfPosition,
  rowTwice,
} from './refusals.js';
import { columnsOf, type Column, type GivenRow, type Sheet } from './sheet.js';
import type { Table, TableRow } from './table.js';

/** Why a row, or the header, is not taken. */
export interface RowRefusal {
  /** 1 for the header and for the file as such. */
  readonly row: number;
  /** The column as the file calls it. */
  readonly column?: string;
  /** The first characters of what stands there. */
  readonly value?: string;
  readonly refusal: Refusal;
}

/** What a file says, row by row. */
export interface RowsRead<Row> {
  readonly rows: readonly GivenRow<Row>[];
  readonly refused: readonly RowRefusal[];
  /** Where in a row a refusal of later on belongs, by the field that it points at. */
  placed(given: GivenRow<Row>, refusal: Refusal): RowRefusal;
  /** Columns of a map that nobody asks for. */
  readonly ignored: readonly string[];
}

/** Characters of a value that an answer repeats. */
const VALUE_SHOWN = 40;

/** Reads the rows of a table by the columns of a sheet. Faults of the header stand alone: without it no row can be read. */
export function readRows<Row>(sheet: Sheet<Row>, table: Table, system: CoordinateSystem): RowsRead<Row> {
  const { places, faults, ignored } = placesOf(sheet, table);
  const reader = new RowReader(sheet, places, system, table.header);
  const placed = (given: GivenRow<Row>, refusal: Refusal): RowRefusal => reader.placed(given, refusal);
  if (faults.length > 0) return { rows: [], refused: faults, placed, ignored };
  for (const row of table.rows) reader.take(row);
  return { rows: reader.rows, refused: reader.refused, placed, ignored };
}

/** The first characters of a value, as answers repeat it. */
const shortened = (value: string): string =>
  value.length > VALUE_SHOWN ? `${[...value.slice(0, VALUE_SHOWN)].join('')}…` : value;

type Place<Row> = readonly [field: keyof Row & string, column: Column<unknown>, at: number];

function placesOf<Row>(sheet: Sheet<Row>, { header, mayHaveMore }: Table) {
  const columns = columnsOf(sheet);
  const fieldAt = header.map((name) => {
    const sought = foldForSearch(name);
    return columns.find(([field, { name: names }]) =>
      [field, names.zh, names.en].some((one) => foldForSearch(one) === sought),
    );
  });
  const faults: RowRefusal[] = [];
  const ignored: string[] = [];
  const seen = new Set<string>();
  for (const [at, found] of fieldAt.entries()) {
    const column = header[at] ?? '';
    if (found && seen.has(found[0])) faults.push({ row: 1, column, refusal: columnTwice() });
    if (found) seen.add(found[0]);
    else if (mayHaveMore) ignored.push(column);
    else faults.push({ row: 1, column, refusal: columnUnknown({ columns: namesOf(sheet) }) });
  }
  for (const [field, { name, required }] of columns) {
    if (required && !seen.has(field)) faults.push({ row: 1, column: name.zh, refusal: columnMissing() });
  }
  const places = fieldAt.flatMap((found, at): Place<Row>[] => (found ? [[found[0], found[1], at]] : []));
  return { places, faults, ignored };
}

const namesOf = <Row>(sheet: Sheet<Row>) => {
  const names = columnsOf(sheet).map(([, { name }]) => name);
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
};

class RowReader<Row> {
  readonly rows: GivenRow<Row>[] = [];
  readonly refused: RowRefusal[] = [];
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly sheet: Sheet<Row>,
    private readonly places: readonly Place<Row>[],
    private readonly system: CoordinateSystem,
    private readonly header: readonly string[],
  ) {}

  /** Reads a row; it is told of the first thing that is wrong with it alone. */
  take(table: TableRow): void {
    const { row, fault } = table;
    try {
      if (fault) throw new Fault(fault.column, fault.value, fault.refusal);
      this.rows.push({ row, values: this.valuesOf(table) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.refused.push(error.of(row));
    }
  }

  placed({ row, values }: GivenRow<Row>, refusal: Refusal): RowRefusal {
    const field = refusal.pointer?.slice(1) as (keyof Row & string) | undefined;
    if (field === undefined) return { row, refusal };
    const [, column] = this.places.find(([one]) => one === field) ?? [];
    const value = values[field];
    return this.fault(field, refusal, [], column && value !== undefined ? column.cell.write(value) : undefined).of(row);
  }

  private valuesOf({ row, cells, outline }: TableRow): Partial<Row> {
    const values: Partial<Record<keyof Row & string, unknown>> = {};
    for (const [field, column, at] of this.places) {
      const text = cells[at] ?? '';
      values[field] = this.told(field, text, () => cellValue(column, text));
    }
    const read = (outline ? { ...values, outline } : values) as Partial<Row>;
    this.place(read, cells);
    this.checkTogether(read, row);
    return read;
  }

  /** Both halves of a position or none, in WGS-84 from here on. */
  private place(values: Partial<Row>, cells: readonly string[]): void {
    if (!this.sheet.position) return;
    const [east, north] = this.sheet.position;
    const [lon, lat] = [values[east], values[north]] as (number | undefined)[];
    if ((lon === undefined) !== (lat === undefined)) throw this.fault(lon === undefined ? east : north, halfPosition());
    if (lon === undefined || lat === undefined) return;
    if (looksSwapped(lon, lat)) throw this.fault(east, axesSwapped(), cells);
    const [x, y] = toWgs84([lon, lat], this.system);
    Object.assign(values, { [east]: x, [north]: y });
  }

  private checkTogether(values: Partial<Row>, row: number): void {
    try {
      this.sheet.check?.(values);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw this.fault(error.pointer?.slice(1) ?? '', error);
    }
    for (const field of this.sheet.unique) {
      const value = values[field];
      if (value === undefined) continue;
      const key = `${field} ${String(value).toLowerCase()}`;
      const before = this.taken.get(key);
      if (before !== undefined) throw this.fault(field, rowTwice({ row: before }), [], String(value));
      this.taken.set(key, row);
    }
  }

  private told<T>(field: string, text: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // a latitude beyond 90 degrees where a longitude should be: both stand in each other's place
      const swapped = this.sheet.position?.some((one) => one === field) && Number(text) >= 73 && Number(text) <= 136;
      throw this.fault(field, swapped ? axesSwapped() : error, [], text);
    }
  }

  private fault(field: string, refusal: Refusal, cells: readonly string[] = [], value?: string): Fault {
    const [, , at = -1] = this.places.find(([one]) => one === field) ?? [];
    return new Fault(this.header[at] ?? field, value ?? cells[at], refusal);
  }
}

const cellValue = ({ required, cell }: Column<unknown>, text: string): unknown => {
  if (text.trim() !== '') return cell.read(text);
  if (required) throw cellMissing();
  return undefined;
};

class Fault extends Error {
  constructor(
    readonly column: string | undefined,
    readonly value: string | undefined,
    readonly refusal: Refusal,
  ) {
    super(refusal.code);
  }

  of(row: number): RowRefusal {
    const { column, value, refusal } = this;
    return {
      row,
      ...(column !== undefined && { column }),
      ...(value !== undefined && { value: shortened(value) }),
      refusal,
    };
  }
}
