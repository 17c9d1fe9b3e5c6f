import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Database, isDuplicateKey, LostRace, placeholders } from '#persistence';
import { sequenceTable } from './intake.tables.js';

/** Who waits for values, and what happens once they are known. */
interface Draw {
  readonly names: readonly string[];
  readonly use: (values: number[]) => void;
}

/** Counters without holes: their rows stay locked until COMMIT, so the order of values is the order of commits. */
@Injectable()
export class Sequences {
  constructor(private readonly database: Database) {}

  /**
   * Asks for the next value of each named counter. `use` gets them before the transaction ends; everybody who asks in the
   * same unit of work is served by one UPDATE and one SELECT.
   */
  draw(names: readonly string[], use: (values: number[]) => void): void {
    const { unit } = this.database;
    const waiting = unit.local<Draw[]>(this, () => []);
    if (waiting.length === 0) unit.beforeCommit('state', () => this.serve(waiting.splice(0)));
    // The values come when the transaction ends, for many requests at once: each goes on as the one that asked.
    waiting.push({ names, use: AsyncLocalStorage.bind(use) });
  }

  /** The next value of one counter, at once. */
  async next(name: string): Promise<number> {
    const values = await this.take(new Map([[name, 1]]));
    return values.get(name) ?? 1;
  }

  /** What a counter stands at; 0 when it was never used. */
  async current(name: string): Promise<number> {
    const row = await this.database.one(sequenceTable, 'WHERE `name` = ?', [name]);
    return row?.value ?? 0;
  }

  private async serve(draws: readonly Draw[]): Promise<void> {
    const wanted = new Map<string, number>();
    for (const name of draws.flatMap(({ names }) => names)) wanted.set(name, (wanted.get(name) ?? 0) + 1);
    const next = await this.take(wanted);
    for (const { names, use } of draws) {
      use(
        names.map((name) => {
          const value = next.get(name) ?? 1;
          next.set(name, value + 1);
          return value;
        }),
      );
    }
  }

  /** Moves counters on and answers the first value of each block taken. */
  private async take(wanted: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const names = [...wanted.keys()].sort();
    const cases = names.flatMap((name) => [name, wanted.get(name) ?? 0]);
    const list = placeholders(names.length);
    const moved = await this.database.execute(
      `UPDATE \`number_sequence\` SET \`value\` = \`value\` + CASE \`name\`${' WHEN ? THEN ?'.repeat(names.length)} ` +
        `ELSE 0 END WHERE \`name\` IN (${list})`,
      [...cases, ...names],
    );
    const rows = await this.database.rows(sequenceTable, `WHERE \`name\` IN (${list})`, names);
    const first = new Map(rows.map(({ name, value }) => [name, value - (wanted.get(name) ?? 0) + 1]));
    if (moved < names.length) await this.begin(names, wanted, first);
    return first;
  }

  /** Counters that are used for the first time; another process may do the same at the same moment. */
  private async begin(
    names: readonly string[],
    wanted: ReadonlyMap<string, number>,
    first: Map<string, number>,
  ): Promise<void> {
    const missing = names.filter((name) => !first.has(name));
    try {
      await this.database.insert(
        sequenceTable,
        missing.map((name) => ({ name, value: wanted.get(name) ?? 0 })),
      );
    } catch (error) {
      throw isDuplicateKey(error) ? new LostRace('number_sequence') : error;
    }
    for (const name of missing) first.set(name, 1);
  }
}
