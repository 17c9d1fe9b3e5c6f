import kafkajs from 'kafkajs';

const TOPIC = 'incidents';
const PARTITIONS = 12;

/** The bare bus on Kafka: acks from all, batches as they come, offsets committed once a second. */
export async function openKafka({ brokers, prefix }) {
  const topic = `${prefix}${TOPIC}`;
  const kafka = new kafkajs.Kafka({
    clientId: 'floor',
    brokers,
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 3000, retries: 8 },
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  const exists = (await admin.listTopics()).includes(topic);
  const made = !exists && admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: PARTITIONS }] });
  await Promise.resolve(made).catch(() => undefined);
  await admin.disconnect();
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  const consumers = [];
  return {
    topic,
    connect: () => producer.connect(),
    /** Answers once the broker has every row of an outbox page. */
    send: (rows) =>
      producer.sendBatch({
        acks: -1,
        topicMessages: [
          {
            topic,
            messages: rows.map(({ id, source, payload }) => ({ key: id, value: payload, headers: { source } })),
          },
        ],
      }),
    /** Hands every batch of a group's partitions to `take`; offsets follow once it is done. */
    consume: async (groupId, take) => {
      const consumer = kafka.consumer({
        groupId: `${prefix}${groupId}`,
        minBytes: 1,
        maxWaitTimeInMs: 250,
        sessionTimeout: 4000,
        heartbeatInterval: 1000,
      });
      consumers.push(consumer);
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        autoCommitInterval: 1000,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch: async ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary }) => {
          const records = batch.messages.map(({ key, value, headers }) => ({
            id: key.toString(),
            source: headers.source.toString(),
            payload: value.toString(),
          }));
          await take(records);
          resolveOffset(batch.lastOffset());
          await heartbeat();
          await commitOffsetsIfNecessary();
        },
      });
    },
    close: async () => {
      for (const consumer of consumers) await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
