import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import { UnsendableRecord, type EventProducer, type EventRecord } from '../../ports.js';

const { Partitioners } = kafkajs;

/** Sends batches over kafkajs; an answer means that all replicas in sync have them. */
export class KafkaProducer implements EventProducer {
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
