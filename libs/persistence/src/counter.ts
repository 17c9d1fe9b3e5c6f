import type { Database } from './database.js';
import { CounterRows, type Numbers } from './counter-rows.js';
import type { TableDef } from './table.js';

/** The counters that a unit of work has locked: the last number taken of each. */
interface Locked {
  readonly last: Map<string, number>;
  /** Numbers taken that are yet to be written. */
  readonly owed: Map<string, number>;
  /** One who takes numbers waits for those before. */
  turn: Promise<unknown>;
}

/**
 * Counters by name, without holes: the row of a counter stays locked from its first number to COMMIT, so the order of
 * numbers is the order of commits. The first numbers that a unit of work takes cost a SELECT that locks; what it takes of
 * the same counter afterwards is counted in memory, and all of it is written by one UPDATE at its end.
 */
export class Counter<Row> {
  private readonly rows: CounterRows<Row>;

  /**
   * @param table its primary key, a text, and one whole number
   * @param holds whether that number is the last one taken or the next to be taken
   */
  constructor(
    private readonly database: Database,
    table: TableDef<Row>,
    holds: 'last' | 'next' = 'last',
  ) {
    this.rows = new CounterRows(database, table, holds);
  }

  /** Takes the next number of one counter; the first is 1. */
  async next(name: string): Promise<number> {
    return (await this.take(new Map([[name, 1]]))).get(name) ?? 1;
  }

  /** Takes so many numbers of each counter and answers the first of each block. */
  take(wanted: Numbers): Promise<Numbers> {
    const { locked } = this;
    const taken = locked.turn.then(() => this.takeOf(locked, wanted));
    locked.turn = taken.catch(() => undefined);
    return taken;
  }

  /** The last number taken of a counter, as committed or by this unit of work; 0 when none was. */
  async current(name: string): Promise<number> {
    const mine = this.database.inUnit ? this.locked.last.get(name) : undefined;
    return mine ?? (await this.rows.read([name])).get(name) ?? 0;
  }

  private get locked(): Locked {
    return this.database.unit.local(this, (): Locked => {
      return { last: new Map(), owed: new Map(), turn: Promise.resolve() };
    });
  }

  private async takeOf(locked: Locked, wanted: Numbers): Promise<Numbers> {
    const { last } = locked;
    const fresh = [...wanted.keys()].filter((name) => !last.has(name));
    if (fresh.length > 0) for (const [name, value] of await this.rows.lock(fresh)) last.set(name, value);
    const begun = new Map([...wanted].filter(([name]) => !last.has(name)));
    if (begun.size > 0) await this.rows.begin(begun);
    for (const [name, count] of wanted) {
      if (begun.has(name)) last.set(name, count);
      else this.owe(locked, name, count);
    }
    return new Map([...wanted].map(([name, count]) => [name, (last.get(name) ?? count) - count + 1]));
  }

  private owe({ last, owed }: Locked, name: string, count: number): void {
    if (owed.size === 0) {
      this.database.unit.beforeCommit('state', async () => {
        const counts = new Map(owed);
        owed.clear();
        await this.rows.move(counts);
      });
    }
    owed.set(name, (owed.get(name) ?? 0) + count);
    last.set(name, (last.get(name) ?? 0) + count);
  }
}
