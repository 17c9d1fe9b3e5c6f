/** The beginning of a table in a copy; its rows follow. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A row as the server writes it: each value as text, or null. */
export type CopiedRow = readonly (string | null)[];

/** The rows of a database, table after table. */
export type CopiedRows = AsyncIterable<TableHead | CopiedRow>;

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** TypeORM's own table: what was applied is told by the migrations that make the copy's tables again. */
export const MIGRATIONS_TABLE = 'schema_migration';

export const isHead = (line: TableHead | CopiedRow): line is TableHead => !Array.isArray(line);
