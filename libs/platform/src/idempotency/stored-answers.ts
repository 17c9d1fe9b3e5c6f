import { Database, Gathering } from '#persistence';
import { idempotencyKeys, type IdempotencyRow } from './idempotency-key.table.js';

/** Whose key it is, and which. */
export interface KeyOfRequest {
  readonly actor: string;
  readonly key: string;
}

/** Keys per statement. */
const MOST = 100;

interface Asked extends KeyOfRequest {
  readonly resolve: (stored: IdempotencyRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** One name for a key of somebody. */
export const slotOf = ({ actor, key }: KeyOfRequest): string => `${actor}\n${key}`;

/** Looks up answers that are stored already; requests that arrive together share one SELECT. */
export class StoredAnswers {
  private readonly gathering = new Gathering<Asked>(MOST, (asked) => this.answer(asked));

  constructor(private readonly database: Database) {}

  /** The stored answer of a request, if there is one. Call it outside of units of work. */
  find({ actor, key }: KeyOfRequest): Promise<IdempotencyRow | undefined> {
    return new Promise((resolve, reject) => this.gathering.add({ actor, key, resolve, reject }));
  }

  /** The stored answers of these requests by {@link slotOf}. */
  async among(keys: readonly KeyOfRequest[]): Promise<Map<string, IdempotencyRow>> {
    const found = new Map<string, IdempotencyRow>();
    for (let from = 0; from < keys.length; from += MOST) {
      const part = keys.slice(from, from + MOST);
      const any = part.map(() => '(`actor` = ? AND `key` = ?)').join(' OR ');
      const params = part.flatMap(({ actor, key }) => [actor, key]);
      for (const row of await this.database.rows(idempotencyKeys, `WHERE ${any}`, params)) found.set(slotOf(row), row);
    }
    return found;
  }

  private async answer(asked: readonly Asked[]): Promise<void> {
    try {
      const found = await this.among(asked);
      for (const one of asked) one.resolve(found.get(slotOf(one)));
    } catch (error) {
      for (const one of asked) one.reject(error);
    }
  }
}
