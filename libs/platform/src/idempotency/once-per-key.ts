import type { Database } from '#persistence';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock.js';
import { IdempotencyKeys, KEY_HOURS, type IdempotencyRow } from './idempotency-key.table.js';
import { bodyDiffers, keyInProgress } from './idempotency.refusals.js';
import { slotOf, StoredAnswers, type KeyOfRequest } from './stored-answers.js';

/** The key of a request, and what it asks. */
export interface KeyedRequest extends KeyOfRequest {
  /** SHA-256 (hex) over method, path and canonical body. */
  readonly hash: string;
}

/** Gives the answer of a request, once its unit of work has written everything. */
export type Answer = () => unknown;

/** What a request does inside its unit of work. */
export type Work = () => Promise<Answer>;

/**
 * Does the work of each key once. A stored answer is given again before anything begins; otherwise the answer is written
 * with the effect, and the unique key decides between processes that work on the same key at the same moment.
 */
export class OncePerKey {
  private readonly underWay = new Map<string, KeyedRequest>();
  private readonly keys: IdempotencyKeys;
  private readonly stored: StoredAnswers;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.keys = new IdempotencyKeys(database);
    this.stored = new StoredAnswers(database);
  }

  /**
   * The stored answer, or what `write` answers for the work that `prepare` gave. Throws 409 while the same key is under way
   * in this process, and 422 when it was used for another request.
   */
  async run(
    keyed: KeyedRequest,
    reply: FastifyReply,
    prepare: () => Promise<Work>,
    write: (work: Work) => Promise<unknown>,
  ): Promise<unknown> {
    const slot = slotOf(keyed);
    if (this.underWay.has(slot)) throw keyInProgress();
    this.underWay.set(slot, keyed);
    try {
      const stored = await this.stored.find(keyed);
      if (stored) return replay(stored, keyed, reply);
      const work = await prepare();
      return await write(this.keeping(keyed, reply, work)).catch(async (error: unknown) => {
        // The effect may be there already, from another process: that is no reason to refuse it.
        const other = await this.stored.find(keyed).catch(() => undefined);
        if (!other) throw error;
        return replay(other, keyed, reply);
      });
    } finally {
      this.underWay.delete(slot);
    }
  }

  /** Deletes answers past their time. */
  async sweep(): Promise<void> {
    await this.keys.sweep(this.clock.now());
  }

  /** The work, with its answer kept. When it is done again, others may have stored an answer meanwhile. */
  private keeping(keyed: KeyedRequest, reply: FastifyReply, work: Work): Work {
    let tries = 0;
    return async () => {
      tries += 1;
      const other = tries === 1 ? undefined : (await this.storedMeanwhile()).get(slotOf(keyed));
      if (other) return () => replay(other, keyed, reply);
      const answer = await work();
      const status = reply.statusCode;
      this.keys.keep(() => this.rowOf(keyed, status, answer()));
      return answer;
    };
  }

  /** Answers to requests that are under way, read once in a unit of work. */
  private storedMeanwhile(): Promise<Map<string, IdempotencyRow>> {
    return this.database.unit.local(this, () => this.stored.among([...this.underWay.values()]));
  }

  private rowOf({ actor, key, hash }: KeyedRequest, status: number, body: unknown): IdempotencyRow {
    const expiresAt = new Date(this.clock.now().getTime() + KEY_HOURS * 3_600_000);
    return { actor, key, requestHash: hash, status, response: body === undefined ? undefined : { body }, expiresAt };
  }
}

function replay(stored: IdempotencyRow, keyed: KeyedRequest, reply: FastifyReply): unknown {
  if (stored.requestHash !== keyed.hash) throw bodyDiffers();
  void reply.header('Idempotent-Replayed', 'true').status(stored.status);
  return stored.response?.body;
}
