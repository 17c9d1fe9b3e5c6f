import { column, createTable, defineTable, sqlTime, type Database } from '#persistence';

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

/** Rows deleted per transaction by the housekeeping, so that it never blocks writers for long. */
const SWEEP_SIZE = 2000;

/** Reads and writes of {@link idempotencyKeys} in the database of one service. */
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /** The stored answer of a request, if there is one. */
  find(actor: string, key: string): Promise<IdempotencyRow | undefined> {
    return this.database.one(idempotencyKeys, 'WHERE `actor` = ? AND `key` = ?', [actor, key]);
  }

  /** Stores an answer with the running unit of work; all answers of a group commit go in one statement. */
  keep(row: IdempotencyRow): void {
    const unit = this.database.unit;
    const rows = unit.local(this, () => {
      const collected: IdempotencyRow[] = [];
      unit.beforeCommit('guard', () => this.database.insert(idempotencyKeys, collected));
      return collected;
    });
    rows.push(row);
  }

  /** Deletes answers past their time, in slices; returns how many. */
  async sweep(now: Date): Promise<number> {
    let total = 0;
    for (let deleted = SWEEP_SIZE; deleted >= SWEEP_SIZE; total += deleted) deleted = await this.sweepSlice(now);
    return total;
  }

  private async sweepSlice(now: Date): Promise<number> {
    const [border] = await this.database.query<{ expires_at: string }>(
      `SELECT \`expires_at\` FROM \`idempotency_key\` WHERE \`expires_at\` < ? ORDER BY \`expires_at\` LIMIT 1 OFFSET ${SWEEP_SIZE}`,
      [sqlTime(now)],
    );
    const until = border ? border.expires_at : sqlTime(now);
    return this.database.write(() =>
      this.database.execute('DELETE FROM `idempotency_key` WHERE `expires_at` < ?', [until]),
    );
  }
}
