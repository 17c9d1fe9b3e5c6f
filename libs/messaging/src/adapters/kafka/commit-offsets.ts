import type { Kafka } from 'kafkajs';
import { SHORT_WAIT_MS } from './topic-reader.js';

/** Where a group is to read next. */
export interface NextOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Commits offsets for a group that nobody works in, as its only member for a moment. What kafkajs has for this takes five
 * seconds a topic, for it waits for a fetch.
 */
export async function commitOffsets(kafka: Kafka, groupId: string, offsets: readonly NextOffset[]): Promise<void> {
  if (offsets.length === 0) return;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: SHORT_WAIT_MS, allowAutoTopicCreation: false });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...new Set(offsets.map(({ topic }) => topic))] });
    // Answers once it is the group's member; one that is left before that would go on fetching.
    await consumer.run({ autoCommit: false, eachBatch: () => Promise.resolve() });
    await consumer.commitOffsets([...offsets]);
  } finally {
    await consumer.disconnect();
  }
}
