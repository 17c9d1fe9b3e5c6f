import Database from 'libsql';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tables whose change is no effect of a request: transport, leases, answers kept for repeats, the record of refusals. */
const NO_EFFECT =
  /^(sqlite_|audit_|outbox|inbox|parked|lease|leader|cursor|migrations|typeorm|idempotency_key|deadline|.*_lease|consumer|schema_|stream_cursor)/;
const PATIENCE_MS = 5_000;

/** Looks at the embedded databases from outside, with a connection of its own. */
export class Tables {
  #files;

  constructor(dataDir) {
    const names = readdirSync(dataDir).filter((name) => name.endsWith('.sqlite'));
    this.#files = names.map((name) => {
      const database = new Database(join(dataDir, name), { readonly: true });
      const tables = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
        .all()
        .map((row) => row.name);
      const counts = tables
        .filter((table) => !NO_EFFECT.test(table))
        .map((table) => ({ table: `${name}:${table}`, statement: database.prepare(countOf(database, table)) }));
      const outbox = tables.includes('outbox') && database.prepare('SELECT count(*) AS n FROM outbox');
      return { database, counts, outbox, version: database.prepare('PRAGMA data_version') };
    });
  }

  /** Changes whenever anybody else commits anything anywhere. */
  stamp() {
    return this.#files.map(({ version }) => Object.values(version.get())[0]).join();
  }

  /** Rows, and the sum of versions where rows have one, by table. */
  counts() {
    return Object.fromEntries(
      this.#files.flatMap(({ counts }) => counts.map(({ table, statement }) => [table, statement.get().n])),
    );
  }

  /** Waits until every event that was published has had its effects. */
  async settle() {
    for (let until = Date.now() + PATIENCE_MS, quiet = 0, last = ''; quiet < 2 && Date.now() < until;) {
      const now = `${this.stamp()}|${this.#unsent()}`;
      quiet = now === last && this.#unsent() === 0 ? quiet + 1 : 0;
      last = now;
      if (quiet < 2) await sleep(4);
    }
  }

  close() {
    for (const { database } of this.#files) database.close();
  }

  #unsent() {
    return this.#files.reduce((sum, { outbox }) => sum + (outbox ? outbox.get().n : 0), 0);
  }
}

function countOf(database, table) {
  const columns = database
    .prepare(`PRAGMA table_info("${table}")`)
    .all()
    .map((row) => row.name);
  const version = columns.includes('version') ? ` || '/' || coalesce(sum(version), 0)` : '';
  return `SELECT count(*)${version} AS n FROM "${table}"`;
}
