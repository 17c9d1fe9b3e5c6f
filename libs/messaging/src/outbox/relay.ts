import { setTimeout as sleep } from 'node:timers/promises';
import { failpoint, type Database } from '#persistence';
import { UnsendableRecord, type EventBus, type EventProducer, type EventRecord, type MessagingLog } from '../ports.js';
import { outboxTable, parkedTable, type OutboxRow } from '../tables.js';
import { Lease } from './lease.js';
import { SentRows } from './sent-rows.js';

const PAGE = 500;
/** Sent rows that stay in the table at the most while others are published all the time. */
const MOST_SENT = 2000;
const POLL_LEADER_MS = 250;
const POLL_FOLLOWER_MS = 1000;
const BACKOFF_MS = { first: 50, most: 2000 };
const RECREATE_AFTER_MS = 5000;
const DRAIN_MS = 5000;

/** Sends a service's outbox in order. Every replica runs one; the one that holds the lease works. */
export class Relay {
  private producer: EventProducer;
  private readonly lease: Lease;
  /** What may be deleted. */
  readonly sent: SentRows;
  private running = false;
  /** The loop is over; false while a broker that never answers keeps it. */
  private ended = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private nudged = false;
  private failingSince: number | undefined;
  /** The first page was handed to the bus, or there was none. */
  private offered: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly log: MessagingLog,
    instance: string,
  ) {
    this.producer = bus.producer();
    this.sent = new SentRows(database);
    this.lease = new Lease(database, instance, (error) =>
      log.warn('relay lease could not be renewed', { error: String(error) }),
    );
  }

  /** Rows were committed: look at once instead of at the next poll. */
  nudge(): void {
    this.nudged = true;
    this.wake();
  }

  /** Whether this process is the one that sends. */
  get leads(): boolean {
    return this.lease.held;
  }

  /** Whether the last attempt to send went through. */
  get healthy(): boolean {
    return this.failingSince === undefined;
  }

  /** Does not wait for the broker. A bus in the process gets what was left over before this answers. */
  async start(): Promise<void> {
    this.running = true;
    await this.lease.start();
    const offered = new Promise<void>((resolve) => (this.offered = resolve));
    this.loop = this.run().finally(() => (this.ended = true));
    if (this.bus.kind === 'in-process') await offered;
  }

  /** Finishes the page in hand and sends no more: consumers in this process may stop without cutting a batch short. */
  async pause(): Promise<void> {
    this.running = false;
    this.nudge();
    await atMost(DRAIN_MS, this.loop);
  }

  /** Sends what is left (at most 5 s), gives the lease back and disconnects. */
  async stop(): Promise<void> {
    await this.pause();
    if (this.ended) await atMost(DRAIN_MS, this.drain());
    await this.sent.deleteAlone().catch(() => undefined);
    await this.lease.release();
    await atMost(
      DRAIN_MS,
      this.producer.disconnect().catch(() => undefined),
    );
  }

  private async drain(): Promise<void> {
    while (this.lease.held && (await this.sendPage().catch(() => 0)) > 0);
  }

  private async run(): Promise<void> {
    await this.connect();
    let backoff = BACKOFF_MS.first;
    while (this.running) {
      this.nudged = false;
      try {
        const sent = this.lease.held ? await this.sendPage() : 0;
        this.offered();
        this.failingSince = undefined;
        backoff = BACKOFF_MS.first;
        if (sent < PAGE) await this.rest(this.lease.held ? POLL_LEADER_MS : POLL_FOLLOWER_MS);
        if (!this.nudged || this.sent.size > MOST_SENT) await this.sent.deleteAlone();
      } catch (error) {
        await this.failed(error, backoff);
        backoff = Math.min(backoff * 2, BACKOFF_MS.most);
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    if (this.nudged || !this.running) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async failed(error: unknown, backoff: number): Promise<void> {
    this.offered();
    this.failingSince ??= Date.now();
    this.log.warn('events could not be sent; they stay in the outbox', { error: String(error) });
    await sleep(backoff * (0.5 + Math.random()));
    if (Date.now() - this.failingSince > RECREATE_AFTER_MS) {
      await this.producer.disconnect().catch(() => undefined);
      this.producer = this.bus.producer();
      await this.connect();
    }
  }

  private async connect(): Promise<void> {
    await this.producer.connect().catch((error: unknown) => {
      this.failingSince ??= Date.now();
      this.log.warn('broker not reachable yet', { error: String(error) });
    });
  }

  private async sendPage(): Promise<number> {
    const found = await this.database.rows(outboxTable, `ORDER BY \`seq\` LIMIT ${PAGE + this.sent.size}`);
    const rows = found.filter(({ seq }) => !this.sent.has(seq));
    if (rows.length > 0) await this.send(rows);
    return rows.length;
  }

  /** Sends rows and deletes them after the broker has them; halves a batch that holds an unsendable record. */
  private async send(rows: readonly OutboxRow[]): Promise<void> {
    try {
      const sent = this.producer.sendBatch(rows.map(toRecord));
      this.offered();
      await sent;
    } catch (error) {
      if (!(error instanceof UnsendableRecord)) throw error;
      const [first] = rows;
      if (rows.length === 1 && first) return this.park(first, error);
      const middle = Math.ceil(rows.length / 2);
      await this.send(rows.slice(0, middle));
      return this.send(rows.slice(middle));
    }
    failpoint('relay.sent');
    this.sent.add(rows.map(({ seq }) => seq));
  }

  private async park(row: OutboxRow, error: UnsendableRecord): Promise<void> {
    this.log.error('an event cannot be sent and was parked', { type: row.type, id: row.id, error: error.message });
    await this.database.write(async () => {
      await this.database.insert(parkedTable, [
        {
          consumer: 'relay',
          topic: row.topic,
          partition: 0,
          offset: String(row.seq),
          source: row.headers['ce_source'] ?? '',
          aggregateId: row.aggregateId,
          aggregateSeq: row.aggregateSeq,
          type: row.type,
          headers: row.headers,
          payload: row.payload,
          reason: 'unsendable',
          attempts: 1,
          error: error.message,
          parkedAt: new Date(),
        },
      ]);
      await this.database.execute('DELETE FROM `outbox` WHERE `seq` = ?', [row.seq]);
    });
  }
}

/** Waits for work, but not longer than this. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}

const toRecord = (row: OutboxRow): EventRecord => ({
  topic: row.topic,
  key: row.aggregateId,
  value: row.payload,
  headers: row.headers,
});
