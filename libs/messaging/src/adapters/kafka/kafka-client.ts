import kafkajs, { type Kafka } from 'kafkajs';
import type { MessagingLog, MessagingOptions } from '../../options.js';
import { calmQueues } from './calm-queues.js';

const { Kafka: KafkaClient, logLevel } = kafkajs;

/**
 * The way of a process to the broker.
 * @param quiet for questions whose refusals mean something to whoever asks, and nothing to the log
 */
export function kafkaClient({ instance, brokers, log }: MessagingOptions, { quiet = false } = {}): Kafka {
  calmQueues();
  return new KafkaClient({
    clientId: instance,
    brokers: [...brokers],
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 3000, retries: 8 },
    logLevel: quiet ? logLevel.NOTHING : logLevel.ERROR,
    logCreator: () => (entry) => logEntry(log, entry),
  });
}

function logEntry(log: MessagingLog, { level, log: entry }: { level: number; log: { message: string } }): void {
  const { message } = entry;
  if (level <= Number(logLevel.ERROR)) log.warn(`kafka: ${message}`, { error: (entry as { error?: string }).error });
}
