import kafkajs, { type Consumer, type Kafka, type Producer } from 'kafkajs';
import type {
  ConsumedRecord,
  EventBus,
  EventConsumer,
  EventProducer,
  EventRecord,
  MessagingLog,
  MessagingOptions,
  Subscription,
  TopicPlan,
} from '../../ports.js';
import { UnsendableRecord } from '../../ports.js';

const { Kafka: KafkaClient, logLevel, Partitioners } = kafkajs;

/** A killed consumer's partitions move when its session expires; the cursor, not the group, guards correctness. */
const SESSION_MS = 4000;
/** Kafka's default lower bound, where the broker refuses ours. */
const SESSION_FALLBACK_MS = 6000;
const RESTART_MS = 500;

/** Kafka through kafkajs; nothing else in the product imports it. */
export class KafkaBus implements EventBus {
  readonly kind = 'kafka';
  private readonly kafka: Kafka;

  constructor(private readonly options: MessagingOptions) {
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

  consumer(): EventConsumer {
    return new KafkaConsumer(this.kafka, this.options.log);
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
    const byTopic = groupByTopic(records);
    const topicMessages = [...byTopic].map(([topic, list]) => ({
      topic,
      messages: list.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
    }));
    try {
      await this.producer.sendBatch({ topicMessages, acks: -1 });
    } catch (error) {
      const { type } = error as { type?: string };
      if (type === 'MESSAGE_TOO_LARGE' || error instanceof TypeError) {
        throw new UnsendableRecord((error as Error).message, { cause: error });
      }
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }
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

class KafkaConsumer implements EventConsumer {
  private consumer: Consumer | undefined;
  private joined = false;
  private stopping = false;
  private session = SESSION_MS;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: MessagingLog,
  ) {}

  async run(subscription: Subscription): Promise<void> {
    this.consumer = this.kafka.consumer({
      groupId: subscription.groupId,
      minBytes: 1,
      maxWaitTimeInMs: 250,
      sessionTimeout: this.session,
      heartbeatInterval: 1000,
      allowAutoTopicCreation: false,
    });
    this.watch(this.consumer, subscription);
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...subscription.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      autoCommitInterval: 1000,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 64,
      eachBatch: async ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }) => {
        const records = batch.messages.map((message): ConsumedRecord => ({
          topic: batch.topic,
          partition: batch.partition,
          offset: message.offset,
          key: message.key?.toString() ?? '',
          value: message.value?.toString() ?? null,
          headers: Object.fromEntries(
            Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
          ),
        }));
        await subscription.onBatch({
          records,
          done: async (record) => {
            resolveOffset(record.offset);
            await heartbeat();
            await commitOffsetsIfNecessary();
          },
          heartbeat,
          abandoned: () => !isRunning() || isStale() || this.stopping,
        });
      },
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.consumer?.disconnect();
  }

  healthy(): boolean {
    return this.joined;
  }

  private watch(consumer: Consumer, subscription: Subscription): void {
    consumer.on(consumer.events.GROUP_JOIN, () => (this.joined = true));
    consumer.on(consumer.events.DISCONNECT, () => (this.joined = false));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      if (payload.restart || this.stopping) return;
      if (/session timeout/i.test(payload.error.message) && this.session < SESSION_FALLBACK_MS) {
        this.session = SESSION_FALLBACK_MS;
        this.log.warn('the broker refuses a short consumer session, using its default', { sessionMs: this.session });
      } else {
        this.log.error('consumer stopped, starting it again', { error: payload.error.message });
      }
      void consumer.disconnect().catch(() => undefined);
      setTimeout(() => this.again(subscription), RESTART_MS);
    });
  }

  private again(subscription: Subscription): void {
    if (this.stopping) return;
    this.run(subscription).catch((error: unknown) => {
      this.log.error('consumer could not start', { error: String(error) });
      setTimeout(() => this.again(subscription), RESTART_MS);
    });
  }
}

function logEntry(log: MessagingLog, { level, log: entry }: { level: number; log: { message: string } }): void {
  const { message } = entry;
  if (level <= logLevel.ERROR) log.warn(`kafka: ${message}`, { error: (entry as { error?: string }).error });
}
