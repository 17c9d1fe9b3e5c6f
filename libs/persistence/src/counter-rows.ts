import type { Database } from './database.js';
import { isDuplicateKey } from './dialect.js';
import { placeholders } from './inserts.js';
import type { TableDef } from './table.js';
import { LostRace } from './unit-of-work.js';

/** Numbers by the name of their counter. */
export type Numbers = ReadonlyMap<string, number>;

/** The rows of a table of counters. */
export class CounterRows<Row> {
  private readonly name: string;
  private readonly value: string;
  /** What the column holds beyond the last number taken. */
  private readonly ahead: number;

  constructor(
    private readonly database: Database,
    private readonly table: TableDef<Row>,
    holds: 'last' | 'next',
  ) {
    const [name, value] = table.columns;
    if (!name || !value || table.columns.length > 2) throw new Error(`${table.name} is no table of counters`);
    [this.name, this.value] = [name.name, value.name];
    this.ahead = holds === 'next' ? 1 : 0;
  }

  /** Locks the rows of counters and answers where they are. */
  lock(names: readonly string[]): Promise<Numbers> {
    return this.read(names, this.database.connections.dialect.lockingRead);
  }

  /** The last number taken of each counter that has a row. */
  async read(names: readonly string[], how = ''): Promise<Numbers> {
    const { name, value, table } = this;
    const rows = await this.database.query<{ counter: string; reached: number | string }>(
      `SELECT \`${name}\` AS counter, \`${value}\` AS reached FROM \`${table.name}\` ` +
        `WHERE \`${name}\` IN (${placeholders(names.length)})${how}`,
      names,
    );
    return new Map(rows.map(({ counter, reached }) => [counter, Number(reached) - this.ahead]));
  }

  /** Moves counters on by so many numbers. */
  async move(counts: Numbers): Promise<void> {
    const { name, value, table } = this;
    await this.database.execute(
      `UPDATE \`${table.name}\` SET \`${value}\` = \`${value}\` + CASE \`${name}\`${' WHEN ? THEN ?'.repeat(counts.size)} ` +
        `ELSE 0 END WHERE \`${name}\` IN (${placeholders(counts.size)})`,
      [...[...counts].flat(), ...counts.keys()],
    );
  }

  /** Counters that are used for the first time; another process may do the same at the same moment. */
  async begin(counts: Numbers): Promise<void> {
    const rows = [...counts].sort().map(([name, count]) => [name, count + this.ahead]);
    try {
      await this.database.insertBound(this.table, rows);
    } catch (error) {
      throw isDuplicateKey(error) ? new LostRace(this.table.name) : error;
    }
  }
}
