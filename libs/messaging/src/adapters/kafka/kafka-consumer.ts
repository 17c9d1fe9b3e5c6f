import kafkajs, { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import type { ConsumedBatch, ConsumedRecord, ConsumerGroup, EventConsumer, MessagingLog } from '../../ports.js';

const { KafkaJSError } = kafkajs;

const HEARTBEAT_MS = 1000;
/** Kafka's default lower bound, where the broker refuses ours. */
const SESSION_FALLBACK_MS = 6000;
const RESTART_MS = 500;

type OnBatch = (batch: ConsumedBatch) => Promise<void>;

/** A member of a group over kafkajs, which starts itself again after what kafkajs gives up for. */
export class KafkaConsumer implements EventConsumer {
  private consumer: Consumer | undefined;
  private joined = false;
  private stopping = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly group: ConsumerGroup,
    private readonly log: MessagingLog,
    private session: number,
  ) {}

  async run(onBatch: OnBatch): Promise<void> {
    this.stopping = false;
    const consumer = this.kafka.consumer({
      groupId: this.group.groupId,
      minBytes: 1,
      maxWaitTimeInMs: 250,
      sessionTimeout: this.session,
      heartbeatInterval: HEARTBEAT_MS,
      allowAutoTopicCreation: false,
    });
    this.consumer = consumer;
    this.watch(consumer, onBatch);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.group.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        autoCommitInterval: 1000,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch: (payload) => this.hand(payload, onBatch),
      });
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.joined = false;
    await this.consumer?.disconnect();
  }

  healthy(): boolean {
    return this.joined;
  }

  /** Nothing but errors of its own kind, marked as passing, may reach kafkajs: others stop its consumer for good. */
  private async hand(payload: EachBatchPayload, onBatch: OnBatch): Promise<void> {
    const abandoned = () => this.stopping || !payload.isRunning() || payload.isStale();
    const heartbeat = () => payload.heartbeat();
    try {
      await onBatch({
        records: recordsOf(payload),
        done: async (record) => {
          payload.resolveOffset(record.offset);
          await heartbeat();
          await payload.commitOffsetsIfNecessary();
        },
        heartbeat,
        abandoned,
      });
    } catch (error) {
      if (abandoned()) return;
      if (error instanceof KafkaJSError) throw error;
      this.log.error('a batch could not be handled, it comes again', { error: String(error) });
      throw new KafkaJSError(error as Error, { retriable: true });
    }
  }

  private watch(consumer: Consumer, onBatch: OnBatch): void {
    const current = () => consumer === this.consumer && !this.stopping;
    consumer.on(consumer.events.GROUP_JOIN, () => (this.joined = current()));
    consumer.on(consumer.events.DISCONNECT, () => (this.joined &&= !current()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!current()) return;
      this.joined = false;
      if (payload.restart) return;
      if (/session timeout/i.test(payload.error.message) && this.session < SESSION_FALLBACK_MS) {
        this.session = SESSION_FALLBACK_MS;
        this.log.warn('the broker refuses a short consumer session, using its default', { sessionMs: this.session });
      } else {
        this.log.error('consumer stopped, starting it again', { error: payload.error.message });
      }
      void consumer.disconnect().catch(() => undefined);
      setTimeout(() => this.again(onBatch), RESTART_MS);
    });
  }

  private again(onBatch: OnBatch): void {
    if (this.stopping) return;
    this.run(onBatch).catch((error: unknown) => {
      this.log.error('consumer could not start', { error: String(error) });
      setTimeout(() => this.again(onBatch), RESTART_MS);
    });
  }
}

const recordsOf = ({ batch }: EachBatchPayload): ConsumedRecord[] =>
  batch.messages.map(({ offset, key, value, headers }) => ({
    topic: batch.topic,
    partition: batch.partition,
    offset,
    key: key?.toString() ?? '',
    value: value?.toString() ?? null,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)])),
  }));
