import { setTimeout as sleep } from 'node:timers/promises';
import { tablesIn } from '../../kit/stores.mjs';

/** Tables whose change is no effect of a request: transport, leases, answers kept for repeats, the record of refusals and of guesses. */
const NO_EFFECT =
  /^(sqlite_|audit_|outbox|inbox|parked|lease|leader|cursor|migrations|typeorm|idempotency_key|deadline|.*_lease|consumer|schema_|sign_in_source|stream_cursor)/;
const PATIENCE_MS = 5_000;

/** Looks at the embedded databases from outside, with a connection of its own. */
export class Tables {
  #databases;
  #counts;
  #outboxes;

  constructor(dataDir) {
    const tables = tablesIn(dataDir);
    this.#databases = [...new Set(tables.map(({ database }) => database))].map((database) => ({
      database,
      version: database.prepare('PRAGMA data_version'),
    }));
    this.#counts = tables
      .filter(({ name }) => !NO_EFFECT.test(name))
      .map(({ database, service, table, name }) => ({
        table: `${service}:${name}`,
        statement: database.prepare(countOf(database, table)),
      }));
    this.#outboxes = tables
      .filter(({ name }) => name === 'outbox')
      .map(({ database, table }) => database.prepare(`SELECT count(*) AS n FROM "${table}"`));
  }

  /** Changes whenever anybody else commits anything anywhere. */
  stamp() {
    return this.#databases.map(({ version }) => Object.values(version.get())[0]).join();
  }

  /** Rows, and the sum of versions where rows have one, by table. */
  counts() {
    return Object.fromEntries(this.#counts.map(({ table, statement }) => [table, statement.get().n]));
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
    for (const { database } of this.#databases) database.close();
  }

  #unsent() {
    return this.#outboxes.reduce((sum, outbox) => sum + outbox.get().n, 0);
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
