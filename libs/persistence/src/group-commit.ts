/** Items per transaction. */
const MOST = 100;

interface Item {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets work that arrives while a commit is running share the next transaction; each is answered after that COMMIT.
 * When a batch fails its items are redone one by one, so that a bad one fails alone.
 */
export class GroupCommitter {
  private waiting: Item[] = [];
  private running = false;

  constructor(private readonly transact: <T>(work: () => Promise<T>) => Promise<T>) {}

  /** Queues work and answers what it answered, once it is durable. */
  submit<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, MOST));
    this.running = false;
  }

  private async commit(items: readonly Item[]): Promise<void> {
    try {
      const results = await this.transact(async () => {
        const values: unknown[] = [];
        for (const item of items) values.push(await item.work());
        return values;
      });
      items.forEach((item, at) => item.resolve(results[at]));
    } catch (error) {
      if (items.length === 1) items[0]?.reject(error);
      else for (const item of items) await this.commit([item]);
    }
  }
}
