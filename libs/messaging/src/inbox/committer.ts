import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#domain-kit';
import { isTransient, isUnavailable, LostRace } from '#persistence';
import type { MessagingLog } from '../options.js';
import type { ConsumedBatch, ConsumedRecord } from '../ports.js';
import type { Inbox } from './inbox.js';
import { CHUNK, joinNext, type Offer } from './offers.js';
import { RETRY_MS } from './retries.js';
import type { Sweeper } from './sweeper.js';

const OUTAGE_MS = { first: 50, most: 5000 };

/**
 * Joins what several partitions bring while a transaction runs, one transaction at a time, and is the one place that
 * decides what a failure means. Nothing about a record ever escapes to the broker's client.
 */
export class ChunkCommitter {
  private readonly offers: Offer[] = [];
  private working = false;

  constructor(
    private readonly inbox: Inbox,
    private readonly sweeper: Sweeper,
    private readonly log: MessagingLog,
    /** Wait before a transaction, so that more joins it; for consumers off the critical path. */
    private readonly lingerMs: number,
  ) {}

  /** Applies a batch and acknowledges it chunk by chunk. */
  async take(batch: ConsumedBatch): Promise<void> {
    for (let from = 0; from < batch.records.length && !batch.abandoned(); from += CHUNK) {
      const records = batch.records.slice(from, from + CHUNK);
      await new Promise<void>((resolve, reject) => {
        this.offers.push({ records, batch, resolve, reject });
        if (!this.working) void this.work();
      });
      const last = records.at(-1);
      if (last && !batch.abandoned()) await batch.done(last);
    }
  }

  private async work(): Promise<void> {
    this.working = true;
    if (this.lingerMs > 0) await sleep(this.lingerMs);
    while (this.offers.length > 0) {
      const joined = joinNext(this.offers);
      const [{ batch }] = joined as [Offer];
      try {
        await this.settle(
          joined.flatMap(({ records }) => records),
          batch,
        );
        for (const { resolve } of joined) resolve();
      } catch (error) {
        for (const { reject } of joined) reject(error);
      }
      if (this.lingerMs > 0 && this.offers.length > 0) await sleep(this.lingerMs);
    }
    this.working = false;
  }

  /** Applies records; when that fails for a reason of their own, one by one to find the culprit. */
  private async settle(records: readonly ConsumedRecord[], batch: ConsumedBatch): Promise<void> {
    try {
      await this.apply(records, batch);
    } catch (error) {
      if (batch.abandoned()) throw error;
      const [only] = records;
      if (records.length === 1 && only) return this.struggle(only, batch, error);
      for (const record of records) await this.settle([record], batch);
    }
  }

  private async apply(records: readonly ConsumedRecord[], batch: ConsumedBatch): Promise<void> {
    const freed = await this.outlast(() => this.inbox.apply(records), batch);
    for (const key of freed) await this.outlast(() => this.sweeper.sweep(key), batch);
  }

  /** Tries again for as long as the database is away; any other failure is the caller's. */
  private async outlast<T>(work: () => Promise<T>, batch: ConsumedBatch): Promise<T> {
    for (let wait = OUTAGE_MS.first; ; wait = Math.min(wait * 2, OUTAGE_MS.most)) {
      try {
        return await work();
      } catch (error) {
        const away = isUnavailable(error) || isTransient(error) || error instanceof LostRace;
        if (!away || batch.abandoned()) throw error;
        this.log.warn('database not available, consumer waits', { waitMs: wait, error: String(error) });
        await batch.heartbeat().catch(() => undefined);
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }

  /** A single event that fails: a few more attempts, then it is parked and its incident waits behind it. */
  private async struggle(record: ConsumedRecord, batch: ConsumedBatch, first: unknown): Promise<void> {
    let error = first;
    let attempts = 1;
    for (const wait of error instanceof Refusal ? [] : RETRY_MS) {
      await sleep(wait);
      await batch.heartbeat().catch(() => undefined);
      attempts += 1;
      try {
        return await this.apply([record], batch);
      } catch (again) {
        if (batch.abandoned()) throw again;
        error = again;
      }
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.log.error('event parked', { type: record.headers['ce_type'], subject: record.key, attempts, error: text });
    await this.outlast(() => this.inbox.reject(record, { error: text, attempts }), batch);
  }
}
