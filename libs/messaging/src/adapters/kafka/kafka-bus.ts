import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type Kafka, type Producer } from 'kafkajs';
import type {
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
import { calmQueues } from './calm-queues.js';
import { FormerMembers } from './former-members.js';
import { KafkaConsumer } from './kafka-consumer.js';

const { Kafka: KafkaClient, logLevel, Partitioners } = kafkajs;

/** A killed consumer's partitions move when its session expires; the cursor, not the group, guards correctness. */
const SESSION_MS = 4000;
const TOPICS_KNOWN_WITHIN_MS = 10_000;
/** Answers of a broker about a topic that has been made, but not everywhere yet. */
const SPREADING: ReadonlySet<string> = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** Kafka through kafkajs; nothing else in the product imports it. */
export class KafkaBus implements EventBus {
  readonly kind = 'kafka';
  private readonly kafka: Kafka;
  private readonly groups = new Set<string>();

  constructor(
    private readonly options: MessagingOptions,
    private readonly sessionMs = SESSION_MS,
  ) {
    calmQueues();
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
    const { instance, log } = this.options;
    const { groupId } = group;
    // A second member of this process has no predecessor: what bears its name is the first one, alive.
    const former = this.groups.has(groupId) ? undefined : new FormerMembers(groupId, instance);
    this.groups.add(groupId);
    return new KafkaConsumer(this.kafka, group, log, this.sessionMs, former);
  }

  async createTopics(topics: readonly TopicPlan[]): Promise<string[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const created = await createMissing(admin, topics);
      await becomeKnown(admin, topics);
      return created;
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

/** Answers the names of those that nobody had made before. */
async function createMissing(admin: Admin, topics: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length === 0) return [];
  // False when another process was faster: what is listed may lag behind what exists.
  const created = await admin.createTopics({
    waitForLeaders: false,
    topics: missing.map(({ name, partitions, compacted }) => ({
      topic: name,
      numPartitions: partitions,
      configEntries: [{ name: 'cleanup.policy', value: compacted ? 'compact' : 'delete' }],
    })),
  });
  return created ? missing.map(({ name }) => name) : [];
}

/** A topic that this or another process has just made is not known at once, and not led at once. */
async function becomeKnown(admin: Admin, topics: readonly TopicPlan[]): Promise<void> {
  const giveUpAt = Date.now() + TOPICS_KNOWN_WITHIN_MS;
  for (;;) {
    try {
      await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
      return;
    } catch (error) {
      const spreading = SPREADING.has(String((error as { type?: unknown }).type));
      if (!spreading || Date.now() > giveUpAt) throw error;
      await sleep(50);
    }
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

function logEntry(log: MessagingLog, { level, log: entry }: { level: number; log: { message: string } }): void {
  const { message } = entry;
  if (level <= Number(logLevel.ERROR)) log.warn(`kafka: ${message}`, { error: (entry as { error?: string }).error });
}
