import type { Session } from './connections.js';

/** Another writer was faster: the unit of work is rolled back and done again with fresh data. */
export class LostRace extends Error {
  constructor(what: string) {
    super(`lost a race: ${what}`);
  }
}

type Stage = 'state' | 'guard' | 'outbox' | 'audit';
const STAGES: readonly Stage[] = ['state', 'guard', 'outbox', 'audit'];

/** What one service does in one transaction, and what was collected to be written at its end. */
export class UnitOfWork {
  /** Aggregates that this unit of work is going to ask for; loaded together when the first one is wanted. */
  subjects: readonly string[] = [];
  private readonly locals = new Map<unknown, unknown>();
  private readonly flushes: Record<Stage, (() => Promise<void>)[]> = {
    state: [],
    guard: [],
    outbox: [],
    audit: [],
  };
  private readonly committed: (() => void)[] = [];
  private open = true;

  constructor(
    /** The database that it belongs to. */
    readonly owner: object,
    private readonly held: Session,
    /** The unit of work in whose transaction this one takes part. */
    readonly around?: UnitOfWork,
  ) {}

  /** The connection; refuses work that outlived its transaction. */
  get session(): Session {
    if (!this.open) throw new Error('this unit of work has ended');
    return this.held;
  }

  /** Something that lives exactly as long as this unit of work. */
  local<T>(key: unknown, make: () => T): T {
    if (!this.locals.has(key)) this.locals.set(key, make());
    return this.locals.get(key) as T;
  }

  /**
   * Collects things that are written together at the end: `write` gets all that were added for the key since it last ran.
   */
  collect<T>(key: unknown, stage: Stage, write: (items: T[]) => Promise<void>, items: readonly T[]): void {
    const collected = this.local(key, (): T[] => []);
    if (collected.length === 0 && items.length > 0) this.beforeCommit(stage, () => write(collected.splice(0)));
    for (const item of items) collected.push(item);
  }

  /** Collected writes run before COMMIT: aggregates first, then contended counters, the outbox, the audit trail. */
  beforeCommit(stage: Stage, flush: () => Promise<void>): void {
    this.flushes[stage].push(flush);
  }

  /** Runs once the transaction is durable; must not throw. */
  afterCommit(listener: () => void): void {
    this.committed.push(listener);
  }

  /** Writes what was collected, stage by stage, until nothing is left: a flush may collect more for any stage. */
  async flush(): Promise<void> {
    const next = () =>
      STAGES.map((stage) => this.flushes[stage])
        .find((list) => list.length > 0)
        ?.shift();
    for (let flush = next(); flush; flush = next()) await flush();
  }

  end(): void {
    this.open = false;
  }

  announce(): void {
    for (const listener of this.committed) listener();
  }
}
