import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagingLog } from '../options.js';
import type { EventBus, EventProducer, EventRecord } from '../ports.js';

const BACKOFF_MS = { first: 50, most: 2000 };
const RECREATE_AFTER_MS = 5000;

/** A producer that outlasts failures: it waits longer after each, and is made anew when they do not end. */
export class SteadyProducer {
  private producer: EventProducer;
  private backoff = BACKOFF_MS.first;
  private failingSince: number | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly log: MessagingLog,
  ) {
    this.producer = bus.producer();
  }

  /** Whether the last attempt to send went through. */
  get healthy(): boolean {
    return this.failingSince === undefined;
  }

  async connect(): Promise<void> {
    await this.producer.connect().catch((error: unknown) => {
      this.failingSince ??= Date.now();
      this.log.warn('broker not reachable yet', { error: String(error) });
    });
  }

  sendBatch(records: readonly EventRecord[]): Promise<void> {
    return this.producer.sendBatch(records);
  }

  /** Forgets earlier failures. */
  worked(): void {
    this.failingSince = undefined;
    this.backoff = BACKOFF_MS.first;
  }

  /** Answers when it is time for another attempt. */
  async failed(error: unknown): Promise<void> {
    this.failingSince ??= Date.now();
    this.log.warn('events could not be sent; they stay in the outbox', { error: String(error) });
    await sleep(this.backoff * (0.5 + Math.random()));
    if (Date.now() - this.failingSince > RECREATE_AFTER_MS) {
      await this.disconnect();
      this.producer = this.bus.producer();
      await this.connect();
    }
    this.backoff = Math.min(this.backoff * 2, BACKOFF_MS.most);
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }
}
