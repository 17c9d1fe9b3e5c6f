import type {
  ConsumedBatch,
  ConsumedRecord,
  ConsumerGroup,
  EventBus,
  EventConsumer,
  EventProducer,
  EventRecord,
  TopicPlan,
} from '#messaging';
import { InProcessBroker } from '#messaging';

/** What goes wrong between a sender and a reader; all off at first. */
export interface Faults {
  /** So many of the next sends fail before anything is sent. */
  failSends: number;
  /** So many of the next sends reach the readers, but the sender gets an error. */
  loseAnswers: number;
  /** Readers get every batch twice in one. */
  duplicate: boolean;
  /** Readers get every batch in another order. */
  shuffle: boolean;
  /** So many of the next batches arrive without their first record; the whole batch comes again afterwards. */
  dropFirst: number;
}

/** A bus with fault injection around another one (an `InProcessBroker` by default), and a memory of what was sent. */
export class TestBus implements EventBus {
  readonly kind: EventBus['kind'];
  readonly faults: Faults = { failSends: 0, loseAnswers: 0, duplicate: false, shuffle: false, dropFirst: 0 };
  /** Everything that was accepted, in order. */
  readonly sent: EventRecord[] = [];

  constructor(private readonly inner: EventBus = new InProcessBroker()) {
    this.kind = inner.kind;
  }

  producer(): EventProducer {
    const inner = this.inner.producer();
    return {
      connect: () => inner.connect(),
      disconnect: () => inner.disconnect(),
      sendBatch: async (records) => {
        if (this.takes('failSends')) throw new Error('injected: not sent');
        await inner.sendBatch(records);
        if (this.takes('loseAnswers')) throw new Error('injected: sent, but the answer was lost');
        this.sent.push(...records);
      },
    };
  }

  consumer(group: ConsumerGroup): EventConsumer {
    const inner = this.inner.consumer(group);
    return {
      run: (onBatch) => inner.run((batch) => this.hand(batch, onBatch)),
      stop: () => inner.stop(),
      healthy: () => inner.healthy(),
    };
  }

  createTopics(topics: readonly TopicPlan[]): Promise<string[]> {
    return this.inner.createTopics(topics);
  }

  check(): Promise<{ version: string }> {
    return this.inner.check();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async hand(batch: ConsumedBatch, onBatch: (batch: ConsumedBatch) => Promise<void>): Promise<void> {
    const { records } = batch;
    const done = () => Promise.resolve();
    if (this.takes('dropFirst')) {
      await onBatch({ ...batch, records: records.slice(1), done });
      throw new Error('injected: a record was dropped');
    }
    await onBatch({ ...batch, records: this.disturbed(records), done });
    const last = records.at(-1);
    if (last && !batch.abandoned()) await batch.done(last);
  }

  private disturbed(records: readonly ConsumedRecord[]): ConsumedRecord[] {
    const twice = this.faults.duplicate ? [...records, ...records] : [...records];
    if (!this.faults.shuffle) return twice;
    return twice
      .map((record) => ({ record, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ record }) => record);
  }

  private takes(fault: 'failSends' | 'loseAnswers' | 'dropFirst'): boolean {
    if (this.faults[fault] === 0) return false;
    this.faults[fault] -= 1;
    return true;
  }
}
