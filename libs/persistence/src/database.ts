import { setTimeout as sleep } from 'node:timers/promises';
import type { Connections, Session, SqlResult } from './connections.js';
import { capturedContext, ContextSlot } from './context-slot.js';
import { failpoint } from './failpoint.js';
import { GroupCommitter } from './group-commit.js';
import { insertsOf } from './inserts.js';
import { LostRace, UnitOfWork } from './unit-of-work.js';
import type { SqlParam, TableDef } from './table.js';

const ATTEMPTS = 5;

/** How to open a unit of work. */
export interface WriteOptions {
  /** Work of the same group that arrives while a commit runs shares the next transaction. */
  readonly group?: string;
  /** Aggregates that the work will ask for. */
  readonly subjects?: readonly string[];
}

/** The innermost unit of work of the running code; the ones around it, of other services, hang on it. */
const ambient = new ContextSlot<UnitOfWork>();

/** The database of one service: reads, and writes inside an ambient unit of work. */
export class Database {
  private readonly groups = new Map<string, GroupCommitter>();
  /** Statements and commits so far; benches and tests divide them by incidents. */
  readonly counts = { statements: 0, commits: 0, rollbacks: 0 };

  /**
   * Runs inside each transaction that a unit of work of this database opened, after all of it was written and before
   * COMMIT. What it throws undoes the transaction.
   */
  epilogue: ((unit: UnitOfWork) => Promise<void>) | undefined;

  constructor(readonly connections: Connections) {}

  /** The unit of work this code runs in; throws outside of one. */
  get unit(): UnitOfWork {
    const unit = this.openUnit;
    if (!unit) throw new Error('writing needs a unit of work');
    return unit;
  }

  /** Whether a unit of work is open around this code. */
  get inUnit(): boolean {
    return this.openUnit !== undefined;
  }

  private get openUnit(): UnitOfWork | undefined {
    let unit = ambient.get();
    while (unit && unit.owner !== this) unit = unit.around;
    return unit;
  }

  /**
   * Runs `work` in one transaction and answers once it is durable. Joins an open unit of work. `work` is called again
   * when the transaction lost a race or a deadlock, so it must not keep state of its own between calls.
   */
  async write<T>(work: () => Promise<T>, options: WriteOptions = {}): Promise<T> {
    if (this.inUnit) return work();
    if (options.group === undefined) return this.transact(work, options.subjects ?? []);
    let group = this.groups.get(options.group);
    if (!group) {
      group = new GroupCommitter((all) => this.transact(all, []));
      this.groups.set(options.group, group);
    }
    const inCallersContext = capturedContext();
    return group.submit(() => {
      const { unit } = this;
      return inCallersContext(() => ambient.run(unit, work));
    });
  }

  /**
   * Takes part in the transaction of another unit of work, where services share one writer (the embedded profile):
   * everything of `work` is written when this answers, stands or falls with that transaction, and is undone alone when
   * `work` fails.
   */
  async takePart<T>(around: UnitOfWork, work: () => Promise<T>, subjects: readonly string[] = []): Promise<T> {
    const session = this.connections.within?.();
    if (!session) throw new Error('services take part in one transaction only where they share a writer');
    this.counts.statements += 2;
    const unit = new UnitOfWork(this, session, around);
    unit.subjects = subjects;
    await session.run('SAVEPOINT part', []);
    try {
      const result = await this.written(unit, work);
      await session.run('RELEASE part', []);
      around.afterCommit(() => unit.announce());
      return result;
    } catch (error) {
      await session.run('ROLLBACK TO part', []);
      await session.run('RELEASE part', []);
      throw error;
    } finally {
      unit.end();
    }
  }

  /** Rows of a table. `tail` is everything after FROM, in column names. */
  async rows<Row>(table: TableDef<Row>, tail: string, params: readonly SqlParam[] = []): Promise<Row[]> {
    const found = await this.run(`SELECT ${table.selectList} FROM \`${table.name}\` ${tail}`, params);
    return found.rows.map((raw) => table.fromDatabase(raw));
  }

  /** The first row, if there is one. */
  async one<Row>(table: TableDef<Row>, tail: string, params: readonly SqlParam[] = []): Promise<Row | undefined> {
    return (await this.rows(table, tail, params))[0];
  }

  /** Rows as the driver gives them (times as text, 64-bit integers as text or number). */
  async query<Raw>(sql: string, params: readonly SqlParam[] = []): Promise<Raw[]> {
    return (await this.run(sql, params)).rows as Raw[];
  }

  /** A write; answers the number of rows it matched. */
  async execute(sql: string, params: readonly SqlParam[] = []): Promise<number> {
    const { session } = this.unit;
    this.counts.statements += 1;
    return (await session.run(sql, params)).affected;
  }

  /** Plain multi-row INSERT, so many rows per statement; a duplicate key is an error. */
  async insert<Row>(table: TableDef<Row>, rows: readonly Row[], most?: number): Promise<void> {
    const bound = rows.map((row) => table.bind(row));
    await this.insertBound(table, bound, most);
  }

  /** The same for rows that are bound already ({@link TableDef.bind}). */
  async insertBound<Row>(table: TableDef<Row>, rows: readonly (readonly SqlParam[])[], most?: number): Promise<void> {
    for (const { sql, params } of insertsOf(table, rows, most)) await this.execute(sql, params);
  }

  /** SQL expression for the database's own clock, milliseconds since 1970. */
  get nowExpression(): string {
    return this.connections.dialect.nowExpression;
  }

  /** One statement as a transaction of its own; answers the number of rows it matched. */
  async alone(sql: string, params: readonly SqlParam[] = []): Promise<number> {
    if (this.inUnit) throw new Error('a statement of its own would wait for the unit of work around it');
    const session = await this.connections.writer();
    try {
      this.counts.statements += 1;
      return (await session.run(sql, params)).affected;
    } finally {
      await session.release();
    }
  }

  /** Which product this is, e.g. `{ kind: 'mariadb', version: '10.11.6' }`. */
  async version(): Promise<{ kind: 'sqlite' | 'mysql' | 'mariadb'; version: string }> {
    const { name, versionExpression } = this.connections.dialect;
    const [row] = await this.query<{ version: string }>(`SELECT ${versionExpression} AS version`);
    const version = row?.version ?? '';
    return { kind: /mariadb/i.test(version) ? 'mariadb' : name, version: version.replace(/-mariadb.*/i, '') };
  }

  /** Changes when another process wrote into the file that services share; undefined on a server. */
  async revision(): Promise<number | undefined> {
    const { within, dialect } = this.connections;
    if (!within || dialect.revisionSql === undefined) return undefined;
    this.counts.statements += 1;
    const { rows } = await within().run(dialect.revisionSql, []);
    return Number(rows[0]?.['revision']);
  }

  /** The database's own clock: leases and deadlines of several processes compare with this one only. */
  async now(): Promise<Date> {
    const [row] = await this.query<{ now: number | string }>(`SELECT ${this.nowExpression} AS now`);
    return new Date(Number(row?.now));
  }

  /** Reads through the open unit of work, else through the reader. */
  private run(sql: string, params: readonly SqlParam[]): Promise<SqlResult> {
    this.counts.statements += 1;
    const unit = this.openUnit;
    return unit ? unit.session.run(sql, params) : this.connections.read(sql, params);
  }

  private async transact<T>(work: () => Promise<T>, subjects: readonly string[]): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work, subjects);
      } catch (error) {
        const again = error instanceof LostRace || this.connections.dialect.isTransient(error);
        if (!again || attempt === ATTEMPTS) throw error;
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  private async attempt<T>(work: () => Promise<T>, subjects: readonly string[]): Promise<T> {
    const session = await this.connections.writer();
    const unit = new UnitOfWork(this, session);
    unit.subjects = subjects;
    const result = await this.inTransaction(session, unit, work);
    ambient.run(undefined, () => unit.announce());
    return result;
  }

  private async inTransaction<T>(session: Session, unit: UnitOfWork, work: () => Promise<T>): Promise<T> {
    try {
      await session.run(this.connections.dialect.beginSql, []);
      const result = await this.written(unit, work);
      await this.epilogue?.(unit);
      failpoint('database.before-commit');
      await session.run('COMMIT', []);
      failpoint('database.after-commit');
      this.counts.commits += 1;
      return result;
    } catch (error) {
      this.counts.rollbacks += 1;
      await session.run('ROLLBACK', []).catch(() => undefined);
      throw error;
    } finally {
      unit.end();
      await session.release();
    }
  }

  private written<T>(unit: UnitOfWork, work: () => Promise<T>): Promise<T> {
    return ambient.run(unit, async () => {
      const value = await work();
      await unit.flush();
      return value;
    });
  }

  async close(): Promise<void> {
    await this.connections.close();
  }
}
