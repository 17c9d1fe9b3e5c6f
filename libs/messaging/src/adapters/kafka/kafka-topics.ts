import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type { TopicPlan } from '../../ports.js';

const TOPICS_KNOWN_WITHIN_MS = 10_000;
/** Answers of a broker about a topic that has been made, but not everywhere yet. */
const SPREADING: ReadonlySet<string> = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** Answers the names of those that nobody had made before. */
export async function createMissing(admin: Admin, topics: readonly TopicPlan[]): Promise<string[]> {
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
