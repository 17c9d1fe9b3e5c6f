import type { SqlParam, TableDef } from './table.js';

/**
 * Rows per INSERT: the three assignments of every event of a full chunk in one statement, and below SQLite's 32,766
 * parameters and MySQL's packet for every table there is.
 */
const ROWS_PER_INSERT = 600;

/** `?, ?, ?` for an IN list or a row of values. */
export const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** The statements that insert rows bound already ({@link TableDef.bind}), so many rows in each. */
export function* insertsOf<Row>(
  table: TableDef<Row>,
  rows: readonly (readonly SqlParam[])[],
  most = ROWS_PER_INSERT,
): Generator<{ readonly sql: string; readonly params: readonly SqlParam[] }> {
  const names = table.written.map(({ name }) => `\`${name}\``).join(', ');
  const one = `(${placeholders(table.written.length)})`;
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most);
    const values = part.map(() => one).join(', ');
    yield { sql: `INSERT INTO \`${table.name}\` (${names}) VALUES ${values}`, params: part.flat() };
  }
}
