import type { Database, TableDef } from '#persistence';
import type { Sequences } from './sequences.js';

/** Milliseconds for which a copy is believed without asking the database what changed. */
const FRESH_MS = 1000;

/**
 * All rows of a small directory in memory, in every process. Each change takes the next value of a counter whose row stays
 * locked until COMMIT, so `revision` is the order of commits and whoever knows revision N misses exactly the rows above N.
 */
export class DirectoryCache<Row extends { revision: number }> {
  private readonly rows = new Map<string, Row>();
  private revision = 0;
  private believedUntil = 0;
  private catchingUp: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly sequences: Sequences,
    private readonly table: TableDef<Row>,
    private readonly keyOf: (row: Row) => string,
  ) {}

  /** Every row by its key, at most a second old; own writes at once. Call it outside of units of work. */
  async all(): Promise<ReadonlyMap<string, Row>> {
    if (performance.now() >= this.believedUntil) await (this.catchingUp ??= this.catchUp());
    return this.rows;
  }

  /** Takes the revision of a change for a row about to be written, and looks again once it is committed. */
  async nextRevision(): Promise<number> {
    this.database.unit.afterCommit(() => (this.believedUntil = 0));
    return this.sequences.next(this.counter);
  }

  private get counter(): string {
    return `revision:${this.table.name}`;
  }

  private async catchUp(): Promise<void> {
    const asked = performance.now();
    try {
      const newest = await this.sequences.current(this.counter);
      if (newest > this.revision) {
        const changed = await this.database.rows(this.table, 'WHERE `revision` > ?', [this.revision]);
        for (const row of changed) this.rows.set(this.keyOf(row), row);
        this.revision = Math.max(this.revision, ...changed.map(({ revision }) => revision));
      }
      this.believedUntil = asked + FRESH_MS;
    } finally {
      this.catchingUp = undefined;
    }
  }
}
