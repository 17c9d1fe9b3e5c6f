/** Codes of any socket: they are about the database where its driver says that it gave a connection up. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']);

/** Codes of the drivers that mean the database cannot be reached or cannot take the work now. */
const DATABASE_DOWN = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
  'ER_ACCESS_DENIED_ERROR',
  'ER_DISK_FULL',
  'ER_OPTION_PREVENTS_STATEMENT',
  'SQLITE_BUSY',
  'SQLITE_FULL',
  'SQLITE_IOERR',
]);

/** Whether an error says that the database cannot be reached or cannot take the work now. */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 3) return false;
  const { code, fatal, driverError, cause } = error as Readonly<Record<string, unknown>>;
  if (typeof code === 'string' && saysDown(code, fatal === true)) return true;
  return isDatabaseDown(driverError, depth + 1) || isDatabaseDown(cause, depth + 1);
}

const saysDown = (code: string, fatal: boolean): boolean =>
  DATABASE_DOWN.has(code.replace(/^(SQLITE_(?:BUSY|IOERR|FULL)).*/, '$1')) || (fatal && NO_CONNECTION.has(code));
