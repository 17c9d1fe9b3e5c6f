import kafkajs, { type Kafka } from 'kafkajs';
import type { MessagingLog, MessagingOptions } from '../../options.js';
import type { ConsumerGroup, EventBus, EventConsumer, EventProducer, TopicPlan } from '../../ports.js';
import { calmQueues } from './calm-queues.js';
import { FormerMembers } from './former-members.js';
import { KafkaConsumer } from './kafka-consumer.js';
import { KafkaProducer } from './kafka-producer.js';
import { becomeKnown, createMissing } from './kafka-topics.js';

const { Kafka: KafkaClient, logLevel } = kafkajs;

/** A killed consumer's partitions move when its session expires; the cursor, not the group, guards correctness. */
const SESSION_MS = 4000;

/** Kafka through kafkajs; nothing outside of this folder imports it. */
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

function logEntry(log: MessagingLog, { level, log: entry }: { level: number; log: { message: string } }): void {
  const { message } = entry;
  if (level <= Number(logLevel.ERROR)) log.warn(`kafka: ${message}`, { error: (entry as { error?: string }).error });
}
