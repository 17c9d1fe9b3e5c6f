import libsql from 'libsql';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.js';
import { tablePrefix } from '../sqlite/table-prefix.js';
import { MIGRATIONS_TABLE, type RowCounts } from './rows.js';

interface Statement {
  all(...params: string[]): Record<string, unknown>[];
  run(...params: string[]): unknown;
}
interface File {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}

const open = (path: string): File => new libsql(path) as unknown as File;

/** Copies the file of all services as it is at one moment into a new one; the process that uses it goes on. */
export function copyFile(path: string, into: string): void {
  if (!existsSync(path)) throw new Error(`there is nothing to back up: ${path} does not exist`);
  const file = open(path);
  try {
    file.exec('PRAGMA busy_timeout = 5000');
    file.prepare('VACUUM INTO ?').run(into);
  } finally {
    file.close();
  }
}

/** What a service has in a copied file. */
export interface CopiedService {
  readonly migrations: string[];
  readonly tables: RowCounts;
}

/** Reads what is in a copied file, by service. @throws Error when the file is damaged */
export function lookInto(path: string, services: readonly string[]): Record<string, CopiedService> {
  const file = open(path);
  try {
    const [{ quick_check: state } = {}] = file.prepare('PRAGMA quick_check').all();
    if (state !== 'ok') throw new Error(`${path} is damaged: ${String(state)}`);
    const names = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return Object.fromEntries(
      services.map((service) => {
        const prefix = tablePrefix(service);
        const own = names.map(({ name }) => String(name)).filter((name) => name.startsWith(prefix));
        const count = (name: string) => Number(file.prepare(`SELECT COUNT(*) AS n FROM "${name}"`).all()[0]?.['n']);
        const rows = own.filter((name) => name !== `${prefix}${MIGRATIONS_TABLE}`);
        return [
          service,
          {
            migrations: own.includes(`${prefix}${MIGRATIONS_TABLE}`)
              ? file
                  .prepare(`SELECT name FROM "${prefix}${MIGRATIONS_TABLE}" ORDER BY id`)
                  .all()
                  .map(({ name }) => String(name))
              : [],
            tables: Object.fromEntries(rows.map((name) => [name.slice(prefix.length), count(name)])),
          },
        ];
      }),
    );
  } finally {
    file.close();
  }
}

/**
 * Puts a file in the place of another one, whole or not at all.
 * @throws Error while a process uses the one that is there
 */
export function replaceFile(path: string, by: string): void {
  if (existsSync(path)) refuseUser(path);
  for (const companion of ['-wal', '-shm']) rmSync(`${path}${companion}`, { force: true });
  renameSync(by, path);
  syncFolder(dirname(path));
}

/** Whoever has the file open shares a lock on it, which keeps others from giving up its write-ahead log. */
function refuseUser(path: string): void {
  const file = open(path);
  try {
    file.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (/locked|busy/i.test(String(error))) throw new Error(`a process uses ${path}: stop it first`, { cause: error });
    // A file that cannot be read is what a restore is for.
  } finally {
    file.close();
  }
}
