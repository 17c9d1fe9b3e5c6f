import type { SqlResult } from '../connections.js';
import type { SqlParam } from '../table.js';

/** A connection of libsql, as far as it is used. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): void;
  close(): void;
}

/** A prepared statement of libsql; parameters go in as one list. */
interface SqliteStatement {
  readonly reader: boolean;
  all(params: readonly SqlParam[]): Record<string, unknown>[];
  run(params: readonly SqlParam[]): { readonly changes: number };
}

/** Statements that stay prepared per connection and service. */
const MOST_PREPARED = 200;

/**
 * Statements of a connection, prepared once, past TypeORM's query runner: that spreads, copies and announces the
 * parameters of every statement, thousands of them in one INSERT, and nobody listens.
 */
export function statementsOf(
  connection: SqliteConnection,
  fit: (sql: string) => string,
): (sql: string, params: readonly SqlParam[]) => SqlResult {
  const prepared = new Map<string, { statement: SqliteStatement; reads: boolean }>();
  const prepare = (sql: string) => {
    const statement = connection.prepare(fit(sql));
    const known = { statement, reads: statement.reader };
    for (const oldest of prepared.keys()) {
      if (prepared.size < MOST_PREPARED) break;
      prepared.delete(oldest);
    }
    prepared.set(sql, known);
    return known;
  };
  return (sql, params) => {
    const { statement, reads } = prepared.get(sql) ?? prepare(sql);
    return reads ? { rows: statement.all(params), affected: 0 } : { rows: [], affected: statement.run(params).changes };
  };
}
