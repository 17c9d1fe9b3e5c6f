import type { Kafka } from 'kafkajs';
import type { MessagingOptions } from '../../options.js';
import type { ConsumerGroup, EventBus, EventConsumer, EventProducer, TopicPlan } from '../../ports.js';
import { coordinatorKnown } from './coordinator.js';
import { FormerMembers } from './former-members.js';
import { kafkaClient } from './kafka-client.js';
import { KafkaConsumer } from './kafka-consumer.js';
import { KafkaProducer } from './kafka-producer.js';
import { becomeKnown, createMissing, settleRetention } from './kafka-topics.js';

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
    this.kafka = kafkaClient(options);
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
    const quiet = kafkaClient(this.options, { quiet: true });
    const expected = (stopping: () => boolean) => coordinatorKnown(quiet, groupId, stopping);
    return new KafkaConsumer(this.kafka, group, log, this.sessionMs, { former, expected });
  }

  async createTopics(topics: readonly TopicPlan[]): Promise<string[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const created = await createMissing(admin, topics);
      await becomeKnown(admin, topics);
      await settleRetention(admin, topics);
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
