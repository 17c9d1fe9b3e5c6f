import { column, createTable, defineTable, isDuplicateKey, LostRace, sweep, type Database } from '#persistence';

/** An answered request: who sent it, under which key, what it was, and the answer as sent. */
export interface IdempotencyRow {
  actor: string;
  key: string;
  /** SHA-256 (hex) over method, path and canonical body. */
  requestHash: string;
  status: number;
  /** The answer's body; absent when it had none. */
  response?: { body: unknown };
  expiresAt: Date;
}

/** Hours for which a repeated request still gets the stored answer. */
export const KEY_HOURS = 24;

const COLUMNS = {
  actor: column.id(),
  key: column.text(128),
  requestHash: column.id(),
  status: column.int(),
  response: column.json().nullable(),
  expiresAt: column.time(),
};
const KEYS = { primary: ['actor', 'key'], index: [['expiresAt']] };

/** The table `idempotency_key` of every service with creating routes. */
export const idempotencyKeys = defineTable<IdempotencyRow>('idempotency_key', COLUMNS, KEYS);

/** Migration step that creates {@link idempotencyKeys}; its columns are frozen with version 1. */
export function createIdempotencyKeyTable(runner: Parameters<typeof createTable>[0]): Promise<void> {
  return createTable(runner, 'idempotency_key', COLUMNS, KEYS);
}

/** Writes of {@link idempotencyKeys} in the database of one service. */
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /**
   * Stores an answer with the running unit of work; all answers of a group commit go in one statement. `read` is called
   * when they are written, behind the rows of the service, so that what was made at the end stands in the answer. Another
   * process that stored an answer of the same key first makes the unit of work be done again.
   */
  keep(read: () => IdempotencyRow): void {
    this.database.unit.collect(this, 'guard', (answers) => this.write(answers), [read]);
  }

  /** Deletes answers past their time; returns how many. */
  sweep(now: Date): Promise<number> {
    return sweep(this.database, idempotencyKeys, 'expiresAt', now);
  }

  private async write(answers: readonly (() => IdempotencyRow)[]): Promise<void> {
    const rows = answers.map((read) => read());
    try {
      await this.database.insert(idempotencyKeys, rows);
    } catch (error) {
      throw isDuplicateKey(error) ? new LostRace('idempotency key') : error;
    }
  }
}
