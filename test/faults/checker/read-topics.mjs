import kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const { Kafka, logLevel } = kafkajs;
const TOPICS = ['incidents.v1', 'units.v1'];
/** A topic that stops growing before its end is reached is a fault of the reader; ms. */
const PATIENCE = 60_000;

/** Records kept in a file, one JSON object a line: `{topic, partition, offset, key, headers, value}`. */
export async function readTopicFile(path) {
  const records = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim()) records.push(JSON.parse(line));
  }
  return records;
}

/**
 * Reads the whole topics of a deployment, in a group of its own that nobody else uses.
 * @param {{brokers: string[], prefix: string}} from
 */
export async function readTopics({ brokers, prefix }) {
  const kafka = new Kafka({ clientId: 'checker', brokers, logLevel: logLevel.NOTHING });
  const topics = TOPICS.map((name) => `${prefix}${name}`);
  const ends = await endsOf(kafka, topics);
  const records = [];
  if (ends.size === 0) return records;
  const groupId = `checker-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, sessionTimeout: 30_000 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics, fromBeginning: true });
    await collect(consumer, ends, records);
  } finally {
    await consumer.disconnect();
    await forgetGroup(kafka, groupId);
  }
  return records;
}

async function endsOf(kafka, topics) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map();
    for (const topic of topics) {
      for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}|${partition}`, BigInt(high));
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

/** Until every partition was read to the end it had when this began. */
function collect(consumer, ends, records) {
  return new Promise((resolve, reject) => {
    const open = new Set(ends.keys());
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error(`topics stopped before their end: ${[...open].join(', ')}`)), PATIENCE);
    };
    wait();
    consumer
      .run({
        eachBatch: async ({ batch }) => {
          wait();
          const place = `${batch.topic}|${batch.partition}`;
          const end = ends.get(place) ?? 0n;
          for (const message of batch.messages) {
            if (BigInt(message.offset) < end) records.push(recordOf(batch, message));
          }
          // Compaction may have removed the very last records.
          if (BigInt(batch.lastOffset()) >= end - 1n) open.delete(place);
          if (open.size > 0) return;
          clearTimeout(timer);
          resolve();
        },
      })
      .catch(reject);
  });
}

const recordOf = ({ topic, partition }, { offset, key, value, headers }) => ({
  topic,
  partition,
  offset,
  key: key?.toString() ?? '',
  value: value?.toString() ?? null,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)])),
});

async function forgetGroup(kafka, groupId) {
  const admin = kafka.admin({ retry: { retries: 1 } });
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.disconnect();
}
