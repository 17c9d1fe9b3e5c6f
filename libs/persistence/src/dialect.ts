import { MYSQL_TYPES, SQLITE_TYPES } from './column-types.js';
import { type ColumnSpec } from './table.js';

/** The two families of databases that the SQL of this product runs on. */
export type DialectName = 'mysql' | 'sqlite';

/** Everything that differs between the dialects. Nothing outside this folder may ask which one runs. */
export interface Dialect {
  readonly name: DialectName;
  columnType(column: ColumnSpec): string;
  readonly tableSuffix: string;
  /** The same for a table whose rows lie in the order of their primary key. */
  readonly keyOrderSuffix: string;
  readonly beginSql: string;
  /** Ends a SELECT whose rows stay locked until COMMIT. */
  readonly lockingRead: string;
  /** Expression for the database's own clock, milliseconds since 1970. */
  readonly nowExpression: string;
  /** Answers one row `{ revision }` that changes when another connection wrote; only where services share a file. */
  readonly revisionSql?: string;
  /** Expression for the version of the database. */
  readonly versionExpression: string;
  isDuplicateKey(error: unknown): boolean;
  isMissingTable(error: unknown): boolean;
  /** True when the same unit of work may simply be tried again. */
  isTransient(error: unknown): boolean;
  /** True when the database itself cannot work right now; the same thing will succeed once it is back. */
  isUnavailable(error: unknown): boolean;
}

interface Fault {
  readonly code?: string;
  readonly errno?: number;
  /** The MySQL driver gave the connection up; some of these errors have no code. */
  readonly fatal?: boolean;
}

const fault = (error: unknown): Fault => {
  const outer = error as { driverError?: object } | null;
  return outer?.driverError ?? outer ?? {};
};

/** Too many connections, shutting down, connection killed, read only, gone away, lost, aborted. */
const UNAVAILABLE_MYSQL = new Set([1040, 1053, 1152, 1158, 1159, 1160, 1161, 1290, 1836, 1927, 2006, 2013, 4031]);
const UNAVAILABLE_CODE = /^(PROTOCOL_CONNECTION_LOST|PROTOCOL_ENQUEUE|POOL_|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_)/;
const TRANSIENT_MYSQL = new Set([1020, 1205, 1213]);

/** Rows lie in the order of their primary key in every table of InnoDB. */
const MYSQL_SUFFIX = ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

export const mysql: Dialect = {
  name: 'mysql',
  columnType: (column) => MYSQL_TYPES[column.kind](column),
  beginSql: 'START TRANSACTION',
  lockingRead: ' FOR UPDATE',
  tableSuffix: MYSQL_SUFFIX,
  keyOrderSuffix: MYSQL_SUFFIX,
  versionExpression: 'VERSION()',
  nowExpression: 'ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)',
  isDuplicateKey: (error) => fault(error).errno === 1062,
  isMissingTable: (error) => fault(error).errno === 1146,
  isTransient: (error) => TRANSIENT_MYSQL.has(fault(error).errno ?? 0),
  isUnavailable: (error) =>
    fault(error).fatal === true ||
    UNAVAILABLE_MYSQL.has(fault(error).errno ?? 0) ||
    UNAVAILABLE_CODE.test(fault(error).code ?? ''),
};

export const sqlite: Dialect = {
  name: 'sqlite',
  columnType: (column) => SQLITE_TYPES[column.kind](column),
  beginSql: 'BEGIN IMMEDIATE',
  // A transaction that writes has the whole file to itself.
  lockingRead: '',
  revisionSql: 'SELECT `data_version` AS revision FROM pragma_data_version',
  tableSuffix: '',
  keyOrderSuffix: ' WITHOUT ROWID',
  versionExpression: 'sqlite_version()',
  nowExpression: "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)",
  isDuplicateKey: (error) => /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE|ROWID)$/.test(fault(error).code ?? ''),
  isMissingTable: (error) => error instanceof Error && error.message.includes('no such table'),
  isTransient: (error) => /^SQLITE_(BUSY|LOCKED)/.test(fault(error).code ?? ''),
  isUnavailable: (error) => /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/.test(fault(error).code ?? ''),
};

/** Whether a statement failed because a unique key was taken, in either dialect. */
export const isDuplicateKey = (error: unknown): boolean => mysql.isDuplicateKey(error) || sqlite.isDuplicateKey(error);

/** Whether the database cannot work right now, in either dialect. */
export const isUnavailable = (error: unknown): boolean => mysql.isUnavailable(error) || sqlite.isUnavailable(error);

/** Whether the same unit of work may simply be tried again, in either dialect. */
export const isTransient = (error: unknown): boolean => mysql.isTransient(error) || sqlite.isTransient(error);
