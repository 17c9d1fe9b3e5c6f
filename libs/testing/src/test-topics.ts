import kafkajs from 'kafkajs';
import { topicPlans } from '#messaging';

/**
 * Deletes the topics of a test, by name: what a broker lists may lag behind. A broker keeps every partition in memory:
 * suites that leave theirs behind bring a small one down within some dozens of runs.
 */
export async function deleteTestTopics(brokers: readonly string[], prefix: string): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({ clientId: 'test', brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await admin.deleteTopics({ topics: topicPlans(prefix).map(({ name }) => name), timeout: 10_000 });
  } finally {
    await admin.disconnect();
  }
}
