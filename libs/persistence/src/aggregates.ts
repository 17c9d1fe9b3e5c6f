import type { Database } from './database.js';
import { placeholders } from './inserts.js';
import { isDuplicateKey } from './dialect.js';
import { LostRace } from './unit-of-work.js';
import type { SqlParam, TableDef } from './table.js';

/** Rows per UPDATE: each one adds a branch per changed column. */
const ROWS_PER_UPDATE = 100;

interface Loaded<Row> {
  readonly row: Row;
  /** Bound values as read; undefined for a new row. */
  readonly before?: readonly SqlParam[];
  dirty: boolean;
}

/** A row about to be written. */
interface Bound<Row> extends Loaded<Row> {
  readonly after: readonly SqlParam[];
}

interface Held<Row> {
  readonly rows: Map<string, Loaded<Row>>;
  /** Ids that were looked for and do not exist. */
  readonly absent: Set<string>;
  /** A flush is due before COMMIT. */
  due: boolean;
}

/**
 * Versioned rows by id: one object per row and unit of work, written together at its end. An update stands only while the
 * version that was read is still there; else the whole unit of work is rolled back and redone.
 */
export class Aggregates<Row extends { id: string; version: number }> {
  private readonly versionAt: number;

  constructor(
    private readonly database: Database,
    private readonly table: TableDef<Row>,
    /** What a taken unique key means for new rows of this table; without it the driver's error stands. */
    private readonly onDuplicate?: (rows: readonly Row[]) => Error,
  ) {
    this.versionAt = table.written.findIndex(({ property }) => property === 'version');
  }

  /** The row, if it exists. Outside of a unit of work it is a plain read. */
  async find(id: string): Promise<Row | undefined> {
    if (!this.database.inUnit) return this.database.one(this.table, 'WHERE `id` = ?', [id]);
    const held = this.held();
    if (!held.rows.has(id) && !held.absent.has(id)) await this.load(held, [id, ...this.database.unit.subjects]);
    return held.rows.get(id)?.row;
  }

  /** The rows that exist among these ids, in one read. */
  async findMany(ids: readonly string[]): Promise<Row[]> {
    const held = this.held();
    await this.load(held, ids);
    return ids.flatMap((id) => held.rows.get(id)?.row ?? []);
  }

  /** A new row; inserted at the end of the unit of work. */
  add(row: Row): void {
    const held = this.held();
    held.rows.set(row.id, { row, dirty: true });
    this.schedule(held);
  }

  /** Marks a row that was found and changed. Its version must have moved on (`Outbox.publish` does that, or `touch`). */
  save(row: Row): void {
    const held = this.held();
    const loaded = held.rows.get(row.id);
    if (loaded?.row !== row) throw new Error(`${this.table.name} ${row.id} was not read in this unit of work`);
    loaded.dirty = true;
    this.schedule(held);
  }

  /** What this unit of work will write of this table is written before anything that is collected from now on. */
  writeFirst(): void {
    this.schedule(this.held());
  }

  /** The row if this unit of work holds it, found or new. */
  inHand(id: string): Row | undefined {
    return this.held().rows.get(id)?.row;
  }

  /** A row of this unit of work as it was read or last written; undefined for a new one. */
  asRead(id: string): Row | undefined {
    const before = this.held().rows.get(id)?.before;
    const raw = before && this.table.written.map(({ name }, at) => [name, before[at]]);
    return raw && this.table.fromDatabase(Object.fromEntries(raw) as Readonly<Record<string, unknown>>);
  }

  /** Changes a row that this unit of work holds, beside what else happens to it: its version moves once for both. */
  amend(id: string, change: Partial<Row>): void {
    const held = this.held();
    const loaded = held.rows.get(id);
    if (!loaded) throw new Error(`${this.table.name} ${id} is not held by this unit of work`);
    Object.assign(loaded.row, change);
    if (loaded.dirty) return;
    touch(loaded.row);
    loaded.dirty = true;
    this.schedule(held);
  }

  private held(): Held<Row> {
    return this.database.unit.local(this.table, () => ({
      rows: new Map<string, Loaded<Row>>(),
      absent: new Set<string>(),
      due: false,
    }));
  }

  private schedule(held: Held<Row>): void {
    if (held.due) return;
    held.due = true;
    this.database.unit.beforeCommit('state', () => {
      held.due = false;
      return this.flush();
    });
  }

  private async load(held: Held<Row>, wanted: readonly string[]): Promise<void> {
    const ids = [...new Set(wanted)].filter((id) => !held.rows.has(id) && !held.absent.has(id));
    if (ids.length === 0) return;
    const found = await this.database.query<Readonly<Record<string, unknown>>>(
      `SELECT ${this.table.selectList} FROM \`${this.table.name}\` WHERE \`id\` IN (${placeholders(ids.length)})`,
      ids,
    );
    // What a write is compared with is what was read: a document is not written as JSON again for that.
    for (const raw of found) {
      const row = this.table.fromDatabase(raw);
      held.rows.set(row.id, { row, before: this.table.boundAsRead(raw), dirty: false });
    }
    for (const id of ids) if (!held.rows.has(id)) held.absent.add(id);
  }

  /** Updates go first: a new row may take a unique key that a changed one gives up. */
  private async flush(): Promise<void> {
    const { rows } = this.held();
    const byId = (a: Bound<Row>, b: Bound<Row>) => (a.row.id < b.row.id ? -1 : 1);
    // Binding writes documents as JSON: once, for the statement and for what a later flush compares with.
    const dirty = [...rows.values()]
      .filter((loaded) => loaded.dirty)
      .map((loaded): Bound<Row> => ({ ...loaded, after: this.table.bind(loaded.row) }))
      .sort(byId);
    const fresh = dirty.filter(({ before }) => !before);
    const changed = dirty.filter(({ before }) => before);
    for (let from = 0; from < changed.length; from += ROWS_PER_UPDATE) {
      await this.update(changed.slice(from, from + ROWS_PER_UPDATE));
    }
    await this.insert(fresh);
    for (const { row, after } of dirty) rows.set(row.id, { row, before: after, dirty: false });
  }

  private async insert(fresh: readonly Bound<Row>[]): Promise<void> {
    try {
      await this.database.insertBound(
        this.table,
        fresh.map(({ after }) => after),
      );
    } catch (error) {
      throw this.onDuplicate && isDuplicateKey(error) ? this.onDuplicate(fresh.map(({ row }) => row)) : error;
    }
  }

  /** One guarded UPDATE for all: a CASE per changed column, a version per row. */
  private async update(changed: readonly Bound<Row>[]): Promise<void> {
    const params: SqlParam[] = [];
    const sets = this.table.written.flatMap(({ name }, at) => {
      const moved = changed.filter(({ before, after }) => before?.[at] !== after[at]);
      if (moved.length === 0) return [];
      for (const { row, after } of moved) params.push(row.id, after[at] ?? null);
      return [`\`${name}\` = CASE \`id\`${' WHEN ? THEN ?'.repeat(moved.length)} ELSE \`${name}\` END`];
    });
    for (const { row, before, after } of changed) {
      const read = before?.[this.versionAt] ?? null;
      if (after[this.versionAt] === read) throw new Error(`${this.table.name} ${row.id}: version did not move`);
      params.push(row.id, read);
    }
    const guard = changed.map(() => '(`id` = ? AND `version` = ?)').join(' OR ');
    const matched = await this.database.execute(
      `UPDATE \`${this.table.name}\` SET ${sets.join(', ')} WHERE ${guard}`,
      params,
    );
    if (matched !== changed.length) throw new LostRace(this.table.name);
  }
}

/** Moves the version of a row that publishes no events. */
export function touch(row: { version: number }): void {
  row.version += 1;
}
