import { setTimeout as sleep } from 'node:timers/promises';
import { every, placeholders, sqlTime, type Database, type Repeating } from '#persistence';
import type { MessagingLog } from '../options.js';
import type { Inbox, StreamKey } from './inbox.js';
import { FREES } from './parked-row.js';
import type { Parking } from './parking.js';
import { RETRY_MS } from './retries.js';
import { StreamRelease } from './stream-release.js';

const EVERY_MS = 5000;
/** A gap that stays open this long is reported. */
const ALARM_MS = 30_000;
/** Streams looked at per turn; the next turn goes on where this one ended. */
const STREAMS = 200;

/** Looks again and again for parked events that can go on, and at once where somebody knows of some. */
export class Sweeper {
  private readonly release: StreamRelease;
  private sweeping: Repeating | undefined;
  private readonly stopping = new AbortController();
  private readonly trying = new Set<Promise<void>>();
  private after = '';

  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    parking: Parking,
    private readonly log: MessagingLog,
  ) {
    this.release = new StreamRelease(database, inbox, parking, log);
  }

  start(): void {
    this.sweeping = every(EVERY_MS, () => this.sweepAll(), { report: (error) => this.warn(error) });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.sweeping?.stop();
    await Promise.all(this.trying);
  }

  /** Tries a stream whose first event failed a few more times within seconds, instead of at the next sweep. */
  trySoon(key: StreamKey): void {
    const trying = this.tryAgain(key).catch((error: unknown) => this.warn(error));
    this.trying.add(trying);
    void trying.finally(() => this.trying.delete(trying));
  }

  private async tryAgain(key: StreamKey): Promise<void> {
    for (const wait of RETRY_MS) {
      await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted || (await this.sweep(key)) > 0) return;
    }
  }

  private warn(error: unknown): void {
    this.log.warn('sweep failed', { error: String(error) });
  }

  /** Looks at the streams that have something parked, the next 200 of them. */
  async sweepAll(): Promise<void> {
    const keys = await this.database.query<{ source: string; aggregate_id: string; oldest: string }>(
      'SELECT `source`, `aggregate_id`, MIN(`parked_at`) AS oldest FROM `parked_event` ' +
        `WHERE \`consumer\` = ? AND \`aggregate_id\` >= ? AND \`reason\` IN (${placeholders(FREES.length)}) ` +
        `GROUP BY \`source\`, \`aggregate_id\` ORDER BY \`aggregate_id\` LIMIT ${STREAMS}`,
      [this.inbox.options.consumer, this.after, ...FREES],
    );
    this.after = keys.length === STREAMS ? (keys.at(-1)?.aggregate_id ?? '') : '';
    const alarm = sqlTime(new Date(Date.now() - ALARM_MS));
    for (const { source, aggregate_id: aggregateId, oldest } of keys) {
      const freed = await this.sweep({ source, aggregateId });
      if (freed === 0 && String(oldest) < alarm)
        this.log.error('events wait for a missing one', { source, aggregateId });
    }
  }

  /** Frees what can be freed of one stream; answers how many left the park. */
  sweep(key: StreamKey): Promise<number> {
    return this.release.free(key);
  }
}
