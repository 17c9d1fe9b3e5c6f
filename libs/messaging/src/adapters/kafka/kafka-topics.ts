import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import type { TopicPlan } from '../../ports.js';

const { ConfigResourceTypes, ConfigSource } = kafkajs;

const TOPICS_KNOWN_WITHIN_MS = 10_000;
/** Copies of a topic, where there are as many brokers. */
const MOST_REPLICAS = 3;
const RETENTION = 'retention.ms';
/** Answers of a broker about a topic that has been made, but not everywhere yet. */
const SPREADING: ReadonlySet<string> = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** Answers the names of those that nobody had made before. */
export async function createMissing(admin: Admin, topics: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length === 0) return [];
  const { brokers } = await admin.describeCluster();
  const replicas = Math.min(brokers.length, MOST_REPLICAS);
  // False when another process was faster: what is listed may lag behind what exists.
  const created = await admin.createTopics({
    waitForLeaders: false,
    topics: missing.map((plan) => ({
      topic: plan.name,
      numPartitions: plan.partitions,
      replicationFactor: replicas,
      configEntries: [
        { name: 'cleanup.policy', value: plan.compacted ? 'compact' : 'delete' },
        { name: RETENTION, value: String(plan.retentionMs) },
        // With three an answer means two have it, and one may be away.
        { name: 'min.insync.replicas', value: replicas === MOST_REPLICAS ? '2' : '1' },
      ],
    })),
  });
  return created ? missing.map(({ name }) => name) : [];
}

/**
 * Says how long records are kept where only the broker's default did (a week, as a rule). What somebody has set stays, and so
 * does every other setting.
 */
export async function settleRetention(admin: Admin, topics: readonly TopicPlan[]): Promise<void> {
  const plans = topics.filter(({ compacted }) => !compacted);
  const query = plans.map(({ name }) => ({ type: ConfigResourceTypes.TOPIC, name }));
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: query });
  for (const { resourceName, configEntries } of resources) {
    const set = configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG);
    const plan = plans.find(({ name }) => name === resourceName);
    if (!plan || set.some(({ configName }) => configName === RETENTION)) continue;
    const kept = set.map(({ configName: name, configValue: value }) => ({ name, value }));
    await setTopic(admin, resourceName, [...kept, { name: RETENTION, value: String(plan.retentionMs) }]);
  }
}

/** Gives a topic these settings of its own, and no others. */
const setTopic = (admin: Admin, name: string, configEntries: { name: string; value: string }[]): Promise<unknown> =>
  admin.alterConfigs({ validateOnly: false, resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries }] });

/** A topic that this or another process has just made is not known at once, and not led at once. */
export async function becomeKnown(admin: Admin, topics: readonly TopicPlan[]): Promise<void> {
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
