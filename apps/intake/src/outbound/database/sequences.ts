import { Injectable } from '@nestjs/common';
import { capturedContext, Counter, Database } from '#persistence';
import { sequenceTable, type SequenceRow } from './sequence.table.js';

/** One number for each name. */
type NumbersOf<Names extends readonly string[]> = { [At in keyof Names]: number };

/** Who waits for numbers, and what happens once they are known. */
interface Draw {
  readonly names: readonly string[];
  readonly use: (numbers: readonly number[]) => void;
}

/** The counters of intake: serial numbers per kind and day, revisions of the directories. */
@Injectable()
export class Sequences extends Counter<SequenceRow> {
  constructor(private readonly db: Database) {
    super(db, sequenceTable);
  }

  /**
   * Asks for the next number of each named counter. `use` gets them before the transaction ends: counters are locked last,
   * in one order and for everybody who asks in the same unit of work at once. What it makes of them is answered by the
   * function that this gives, which throws before.
   */
  draw<const Names extends readonly string[], T>(names: Names, use: (numbers: NumbersOf<Names>) => T): () => T {
    // The numbers come when the transaction ends, for many requests at once: each goes on as the one that asked.
    const inCallersContext = capturedContext();
    const made: T[] = [];
    const draw: Draw = {
      names,
      use: (numbers) => made.push(inCallersContext(() => use(numbers as NumbersOf<Names>))),
    };
    this.db.unit.collect('draws', 'state', (draws: Draw[]) => this.serve(draws), [draw]);
    return () => {
      if (made.length === 0) throw new Error('these numbers are not drawn yet');
      return made[0] as T;
    };
  }

  private async serve(draws: readonly Draw[]): Promise<void> {
    const wanted = new Map<string, number>();
    for (const name of draws.flatMap(({ names }) => names)) wanted.set(name, (wanted.get(name) ?? 0) + 1);
    const next = new Map(await this.take(wanted));
    for (const { names, use } of draws) {
      use(
        names.map((name) => {
          const number = next.get(name) ?? 1;
          next.set(name, number + 1);
          return number;
        }),
      );
    }
  }
}
