import libsql from 'libsql';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Session } from '../connections.js';
import { breathe } from './breathe.js';
import { ReaderThread } from './reader-thread.js';
import type { SqliteConnection } from './statements.js';

/**
 * Pages written ahead (64 MB) at which a COMMIT carries them into the file itself. The reader's thread does that all the
 * time; what is left to the COMMIT is little, and it lets the log begin anew.
 */
const MOST_PAGES_AHEAD = 16_000;

/**
 * Pages that the writer keeps in memory. With SQLite's own 2 MB a transaction of a hundred reports, which touches as much,
 * writes its pages out and reads them again before it ends.
 */
const CACHE_KIB = 64 * 1024;

const files = new Map<string, SqliteFile>();

/**
 * The one file of all services of a process: one connection that writes, behind a queue, and a thread that reads. One
 * writer is what lets several services take part in one transaction.
 */
export class SqliteFile {
  private users = 0;
  private turn: Promise<void> = Promise.resolve();
  readonly reader: ReaderThread;

  private constructor(
    readonly path: string,
    readonly connection: SqliteConnection,
  ) {
    this.reader = new ReaderThread(path);
  }

  /** The file at this path, created when it is missing; whoever opens it closes it. */
  static open(path: string): SqliteFile {
    let file = files.get(path);
    if (!file) {
      mkdirSync(dirname(path), { recursive: true });
      const connection = new libsql(path) as unknown as SqliteConnection;
      connection.exec(
        'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ' +
          `PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${MOST_PAGES_AHEAD}`,
      );
      file = new SqliteFile(path, connection);
      files.set(path, file);
    }
    file.users += 1;
    return file;
  }

  /** Waits for its turn to write. */
  async writer(run: Session['run']): Promise<Session> {
    const before = this.turn;
    let release!: () => void;
    this.turn = new Promise((resolve) => (release = resolve));
    await before;
    await breathe();
    return {
      run,
      release: () => {
        release();
        return Promise.resolve();
      },
    };
  }

  async close(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    files.delete(this.path);
    await this.turn;
    await this.reader.close();
    this.connection.close();
  }
}
