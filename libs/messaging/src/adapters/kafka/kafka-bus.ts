import kafkajs, { type Consumer, type EachBatchPayload, type Kafka, type Producer } from 'kafkajs';
import type {
  ConsumedBatch,
  ConsumedRecord,
  ConsumerGroup,
  EventBus,
  EventConsumer,
  EventProducer,
  EventRecord,
  MessagingLog,
  MessagingOptions,
  TopicPlan,
} from '../../ports.js';
import { UnsendableRecord } from '../../ports.js';

const { Kafka: KafkaClient, KafkaJSError, logLevel, Partitioners } = kafkajs;

/** A killed consumer's partitions move when its session expires; the cursor, not the group, guards correctness. */
const SESSION_MS = 4000;
const HEARTBEAT_MS = 1000;
/** Kafka's default lower bound, where the broker refuses ours. */
const SESSION_FALLBACK_MS = 6000;
const RESTART_MS = 500;

/** Kafka through kafkajs; nothing else in the product imports it. */
export class KafkaBus implements EventBus {
  readonly kind = 'kafka';
  private readonly kafka: Kafka;

  constructor(
    private readonly options: MessagingOptions,
    private readonly sessionMs = SESSION_MS,
  ) {
    this.kafka = new KafkaClient({
      clientId: options.instance,
      brokers: [...options.brokers],
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      retry: { initialRetryTime: 100, maxRetryTime: 3000, retries: 8 },
      logLevel: logLevel.ERROR,
      logCreator: () => (entry) => logEntry(options.log, entry),
    });
  }

  producer(): EventProducer {
    return new KafkaProducer(this.kafka);
  }

  consumer(group: ConsumerGroup): EventConsumer {
    return new KafkaConsumer(this.kafka, group, this.options.log, this.sessionMs);
  }

  async createTopics(topics: readonly TopicPlan[]): Promise<string[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter(({ name }) => !existing.has(name));
      if (missing.length > 0) {
        await admin.createTopics({
          waitForLeaders: true,
          topics: missing.map(({ name, partitions, compacted }) => ({
            topic: name,
            numPartitions: partitions,
            configEntries: [{ name: 'cleanup.policy', value: compacted ? 'compact' : 'delete' }],
          })),
        });
      }
      return missing.map(({ name }) => name);
    } finally {
      await admin.disconnect();
    }
  }

  async check(): Promise<{ version: string }> {
    const admin = this.kafka.admin({ retry: { retries: 0 } });
    await admin.connect();
    try {
      const { brokers } = await admin.describeCluster();
      return { version: `${brokers.length} broker(s)` };
    } finally {
      await admin.disconnect();
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

class KafkaProducer implements EventProducer {
  private readonly producer: Producer;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  async connect(): Promise<void> {
    await this.producer.connect();
  }

  async sendBatch(records: readonly EventRecord[]): Promise<void> {
    const bad = records.find(({ headers }) => Object.values(headers).some((value) => typeof value !== 'string'));
    if (bad) throw new UnsendableRecord(`header that is not text in a record for ${bad.topic}`);
    const byTopic = groupByTopic(records);
    const topicMessages = [...byTopic].map(([topic, list]) => ({
      topic,
      messages: list.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
    }));
    try {
      await this.producer.sendBatch({ topicMessages, acks: -1 });
    } catch (error) {
      if (refusedForItself(error)) throw new UnsendableRecord((error as Error).message, { cause: error });
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }
}

/** The broker will never take this batch as it is. */
function refusedForItself(error: unknown): boolean {
  const { type, cause } = error as { type?: string; cause?: unknown };
  if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE' || type === 'INVALID_RECORD') return true;
  return cause !== undefined && cause !== error && refusedForItself(cause);
}

function groupByTopic(records: readonly EventRecord[]): Map<string, EventRecord[]> {
  const groups = new Map<string, EventRecord[]>();
  for (const record of records) {
    const group = groups.get(record.topic);
    if (group) group.push(record);
    else groups.set(record.topic, [record]);
  }
  return groups;
}

type OnBatch = (batch: ConsumedBatch) => Promise<void>;

class KafkaConsumer implements EventConsumer {
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
    const { resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale } = payload;
    const abandoned = () => this.stopping || !isRunning() || isStale();
    try {
      await onBatch({
        records: recordsOf(payload),
        done: async (record) => {
          resolveOffset(record.offset);
          await heartbeat();
          await commitOffsetsIfNecessary();
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

function logEntry(log: MessagingLog, { level, log: entry }: { level: number; log: { message: string } }): void {
  const { message } = entry;
  if (level <= logLevel.ERROR) log.warn(`kafka: ${message}`, { error: (entry as { error?: string }).error });
}
