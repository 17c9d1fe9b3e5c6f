import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import type { TopicPlan } from '../../ports.js';

const { ConfigResourceTypes, ConfigSource } = kafkajs;

const TOPICS_KNOWN_WITHIN_MS = 10_000;
/** Copies of a topic, where there are as many brokers. */
const MOST_REPLICAS = 3;
const RETENTION = 'retention.ms';
const POLICY = 'cleanup.policy';
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
        { name: POLICY, value: plan.compacted ? 'compact' : 'delete' },
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
  const own = await settingsOf(
    admin,
    plans.map(({ name }) => name),
  );
  for (const { name, retentionMs } of plans) {
    const settings = own.get(name);
    if (settings && !settings.has(RETENTION)) await set(admin, name, settings.set(RETENTION, String(retentionMs)));
  }
}

/** Deletes what lies before these offsets, also where the topic is compacted and its broker would refuse that. */
export async function truncate(
  admin: Admin,
  topic: string,
  partitions: { partition: number; offset: string }[],
  compacted: boolean,
): Promise<void> {
  const policy = async (value: string) => {
    const settings = (await settingsOf(admin, [topic])).get(topic) ?? new Map<string, string>();
    await set(admin, topic, settings.set(POLICY, value));
  };
  if (compacted) await policy('compact,delete');
  await deleted(admin, topic, partitions);
  if (compacted) await policy('compact');
}

/** A broker learns of another policy a little later than it was told of it, and refuses until then. */
async function deleted(
  admin: Admin,
  topic: string,
  partitions: { partition: number; offset: string }[],
): Promise<void> {
  const giveUpAt = Date.now() + TOPICS_KNOWN_WITHIN_MS;
  for (;;) {
    try {
      return await admin.deleteTopicRecords({ topic, partitions });
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}

/** The settings that each topic has of its own. */
async function settingsOf(admin: Admin, names: readonly string[]): Promise<Map<string, Map<string, string>>> {
  const query = names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: query });
  return new Map(
    resources.map(({ resourceName, configEntries }) => {
      const own = configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG);
      return [resourceName, new Map(own.map(({ configName, configValue }) => [configName, configValue]))];
    }),
  );
}

/** Gives a topic these settings of its own, and no others. */
const set = (admin: Admin, name: string, settings: ReadonlyMap<string, string>): Promise<unknown> => {
  const configEntries = [...settings].map(([setting, value]) => ({ name: setting, value }));
  return admin.alterConfigs({
    validateOnly: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries }],
  });
};

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
