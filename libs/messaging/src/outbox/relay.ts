import type { Database } from '#persistence';
import type { MessagingLog } from '../options.js';
import type { EventBus } from '../ports.js';
import { atMost } from './at-most.js';
import { Lease } from './lease.js';
import { PAGE, PageSender } from './page-sender.js';
import { SentRows } from './sent-rows.js';
import { SteadyProducer } from './steady-producer.js';

/** Sent rows that stay in the table at the most while others are published all the time. */
const MOST_SENT = 2000;
const POLL_LEADER_MS = 250;
const POLL_FOLLOWER_MS = 1000;
const DRAIN_MS = 5000;

/** Sends a service's outbox in order. Every replica runs one; the one that holds the lease works. */
export class Relay {
  private readonly producer: SteadyProducer;
  private readonly pages: PageSender;
  private readonly lease: Lease;
  /** What may be deleted. */
  readonly sent: SentRows;
  private running = false;
  /** The loop is over; false while a broker that never answers keeps it. */
  private ended = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private nudged = false;
  /** The first page was handed to the bus, or there was none. */
  private offered: () => void = () => undefined;

  constructor(
    database: Database,
    private readonly bus: EventBus,
    log: MessagingLog,
    instance: string,
  ) {
    this.producer = new SteadyProducer(bus, log);
    this.sent = new SentRows(database);
    this.pages = new PageSender(database, this.producer, this.sent, log);
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
    return this.producer.healthy;
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
    await atMost(DRAIN_MS, this.producer.disconnect());
  }

  private async drain(): Promise<void> {
    while (this.lease.held && (await this.pages.sendNext().catch(() => 0)) > 0);
  }

  private async run(): Promise<void> {
    await this.producer.connect();
    while (this.running) {
      this.nudged = false;
      try {
        const sent = this.lease.held ? await this.pages.sendNext(() => this.offered()) : 0;
        this.offered();
        this.producer.worked();
        if (sent < PAGE) await this.rest(this.lease.held ? POLL_LEADER_MS : POLL_FOLLOWER_MS);
        if (!this.nudged || this.sent.size > MOST_SENT) await this.sent.deleteAlone();
      } catch (error) {
        this.offered();
        await this.producer.failed(error);
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
}
