import { isUnavailable } from './dialect.js';
import { Gathering } from './gathering.js';

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
 * An item whose work throws fails alone: the others are done again without it. When what they have in common fails (a
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
    /** Whose work is running. */
    let current: Item | undefined;
    try {
      const results = await this.transact(async () => {
        const values: unknown[] = [];
        for (const item of items) {
          current = item;
          values.push(await item.work());
        }
        current = undefined;
        return values;
      });
      items.forEach((item, at) => item.resolve(results[at]));
    } catch (error) {
      await this.redo(items, current, error);
    }
  }

  private async redo(items: readonly Item[], culprit: Item | undefined, error: unknown): Promise<void> {
    if (isUnavailable(error) || items.length === 1) {
      for (const item of items) item.reject(error);
      return;
    }
    if (culprit) {
      culprit.reject(error);
      return this.commit(items.filter((item) => item !== culprit));
    }
    const middle = Math.ceil(items.length / 2);
    await this.commit(items.slice(0, middle));
    await this.commit(items.slice(middle));
  }
}
