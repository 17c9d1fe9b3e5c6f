/** What can be bound to a statement. Times, booleans and JSON are converted by the table's columns. */
export type SqlParam = string | number | null;

type Kind = 'id' | 'text' | 'long' | 'json' | 'int' | 'bigint' | 'double' | 'bool' | 'time' | 'seq';

/** One column: its kind decides the type in every dialect and how a value is converted. */
export interface ColumnSpec {
  readonly kind: Kind;
  readonly length?: number;
  readonly optional: boolean;
  /** The same column, allowing NULL (undefined in rows). */
  nullable(): ColumnSpec;
}

function spec(kind: Kind, length?: number, optional = false): ColumnSpec {
  return { kind, length, optional, nullable: () => spec(kind, length, true) };
}

/** The kinds of column there are. */
export const column = {
  /** Identifier: up to 64 ASCII characters. */
  id: () => spec('id', 64),
  /** Text with a limit in characters. */
  text: (length: number) => spec('text', length),
  /** Text without a practical limit. */
  long: () => spec('long'),
  /** Any JSON value, stored as text. */
  json: () => spec('json'),
  int: () => spec('int'),
  /** Integers up to 2^53: amounts in fen, sequence numbers. */
  bigint: () => spec('bigint'),
  double: () => spec('double'),
  bool: () => spec('bool'),
  /** An instant, UTC, milliseconds. */
  time: () => spec('time'),
  /** Auto-incremented primary key. */
  seq: () => spec('seq'),
};

/** Keys of a table, in property names. */
export interface TableKeys {
  readonly primary: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly index?: readonly (readonly string[])[];
  /**
   * Rows of a new file lie in the order of the primary key on SQLite too, as they always do on MySQL: one tree instead of
   * two for each row. For narrow rows only, and where few other indices have to carry the key.
   */
  readonly inKeyOrder?: boolean;
}

/** A table: name, columns by property, keys, and conversion between rows and parameters. */
export class TableDef<Row> {
  readonly columns: readonly { property: string; name: string; spec: ColumnSpec }[];
  /** The columns that are written: all but an auto-incremented one. */
  readonly written: readonly { property: string; name: string; spec: ColumnSpec }[];
  /** Column list for SELECT. */
  readonly selectList: string;

  constructor(
    readonly name: string,
    specs: Readonly<Record<string, ColumnSpec>>,
    readonly keys: TableKeys,
  ) {
    this.columns = Object.entries(specs).map(([property, column]) => ({
      property,
      name: snakeCase(property),
      spec: column,
    }));
    this.written = this.columns.filter(({ spec: { kind } }) => kind !== 'seq');
    this.selectList = this.columns.map(({ name: db }) => `\`${db}\``).join(', ');
  }

  /** Column name of a property. */
  nameOf(property: string): string {
    const found = this.columns.find((candidate) => candidate.property === property);
    if (!found) throw new Error(`table ${this.name} has no property ${property}`);
    return found.name;
  }

  /** A database row as the object that code works with. */
  fromDatabase(raw: Readonly<Record<string, unknown>>): Row {
    const row: Record<string, unknown> = {};
    for (const { property, name, spec: column } of this.columns) {
      const value = raw[name];
      if (value !== null && value !== undefined) row[property] = fromDatabase(column.kind, value);
    }
    return row as Row;
  }

  /** The written columns of a row, ready to bind. */
  bind(row: Row): SqlParam[] {
    return this.written.map(({ property, spec: column }) => this.param(property, column, row));
  }

  /** What {@link bind} would make of a row as it was read: texts stay as they are, documents among them. */
  boundAsRead(raw: Readonly<Record<string, unknown>>): SqlParam[] {
    return this.written.map(({ name, spec: { kind } }) => {
      const value = raw[name];
      return value === null || value === undefined ? null : NUMBERS.has(kind) ? Number(value) : (value as string);
    });
  }

  /** One value of a row, ready to bind. */
  param(property: string, column: ColumnSpec, row: Row): SqlParam {
    const value = (row as Record<string, unknown>)[property];
    if (value === undefined || value === null) {
      if (column.optional || column.kind === 'seq') return null;
      throw new Error(`${this.name}.${property} has no value`);
    }
    return toDatabase(column.kind, value);
  }
}

/** Declares a table. Row properties are camelCase, column names their snake_case. */
export function defineTable<Row>(
  name: string,
  columns: Readonly<Record<keyof Row & string, ColumnSpec>>,
  keys: TableKeys,
): TableDef<Row> {
  return new TableDef<Row>(name, columns, keys);
}

/** `camelCase` → `snake_case`. */
export const snakeCase = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An instant as both dialects store it: `YYYY-MM-DD HH:MM:SS.mmm`, UTC. */
export const sqlTime = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');

/** Back from `sqlTime`. */
export const fromSqlTime = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);

/** The same text when it is one that `sqlTime` writes, else one that no row has: for cursors, which anybody may make up. */
export function sqlTimeOf(text: string): string {
  const at = fromSqlTime(text);
  return Number.isNaN(at.getTime()) ? '' : sqlTime(at);
}

/** Kinds whose values are not bound as they are. */
const FROM: Partial<Record<Kind, (value: unknown) => unknown>> = {
  json: (value) => JSON.parse(value as string) as unknown,
  bool: (value) => Number(value) === 1,
  time: (value) => fromSqlTime(String(value)),
  int: Number,
  bigint: Number,
  double: Number,
  seq: Number,
};
const TO: Partial<Record<Kind, (value: unknown) => SqlParam>> = {
  json: (value) => JSON.stringify(value),
  bool: (value) => (value ? 1 : 0),
  time: (value) => sqlTime(value as Date),
};

/** Kinds that are bound as numbers; all others are bound as text. */
const NUMBERS: ReadonlySet<Kind> = new Set(['int', 'bigint', 'double', 'bool', 'seq']);

const fromDatabase = (kind: Kind, value: unknown): unknown => (FROM[kind] ?? ((same) => same))(value);

const toDatabase = (kind: Kind, value: unknown): SqlParam => TO[kind]?.(value) ?? (value as SqlParam);

/** Name of an index, the same in migrations and schema. */
export const indexName = (prefix: string, table: string, properties: readonly string[]): string =>
  `${prefix}_${table}_${properties.map(snakeCase).join('_')}`.slice(0, 60);
