import { isTransient, isUnavailable } from './dialect.js';
import { Gathering } from './gathering.js';
import { LostRace } from './unit-of-work.js';

/** Items per transaction. */
const MOST = 100;

interface Item {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets work that arrives while a commit is running share the next transaction; each is answered after that COMMIT.
 *
 * An item whose work throws fails alone. The transaction goes on to its end all the same, only to find out who else throws:
 * all the others are done again together, once, and those who threw after the first each by itself, for what the first left
 * behind may have misled them. When what they have in common fails (a
 * write at the end, the COMMIT), halves are done again until the culprit is found; nobody is to blame for a database
 * that is away, nor knows whether its COMMIT took place.
 */
export class GroupCommitter {
  private readonly gathering = new Gathering<Item>(MOST, (items) => this.commit(items));

  constructor(private readonly transact: <T>(work: () => Promise<T>) => Promise<T>) {}

  /** Queues work and answers what it answered, once it is durable. */
  submit<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.gathering.add({ work, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  private async commit(items: readonly Item[]): Promise<void> {
    /** Who threw in the last attempt, in order. */
    let failed = new Map<Item, unknown>();
    try {
      const results = await this.transact(() => {
        failed = new Map();
        return runAll(items, failed);
      });
      items.forEach((item, at) => item.resolve(results[at]));
    } catch (error) {
      await this.redo(items, [...failed.keys()], error);
    }
  }

  private async redo(items: readonly Item[], failed: readonly Item[], error: unknown): Promise<void> {
    if (isUnavailable(error) || items.length === 1) {
      for (const item of items) item.reject(error);
      return;
    }
    const [culprit, ...suspects] = failed;
    if (culprit) {
      culprit.reject(error);
      await this.commitSome(items.filter((item) => !failed.includes(item)));
      for (const suspect of suspects) await this.commit([suspect]);
      return;
    }
    const middle = Math.ceil(items.length / 2);
    await this.commit(items.slice(0, middle));
    await this.commit(items.slice(middle));
  }

  private async commitSome(items: readonly Item[]): Promise<void> {
    if (items.length > 0) await this.commit(items);
  }
}

/** Runs everybody's work and notes who throws; throws what the first of them did. */
async function runAll(items: readonly Item[], failed: Map<Item, unknown>): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const item of items) {
    try {
      values.push(await item.work());
    } catch (error) {
      // The transaction may be gone already: nothing more may run in it.
      const over = isTransient(error) || isUnavailable(error) || error instanceof LostRace;
      if (!over || failed.size === 0) failed.set(item, error);
      if (over) break;
    }
  }
  for (const [, error] of failed) throw error;
  return values;
}
