import kafkajs from 'kafkajs';
import { readTopics } from '../checker/read-topics.mjs';

const { Kafka, logLevel, Partitioners } = kafkajs;

/** A producer that puts records on the topics of a world past every service. */
export async function intruder({ kafka: { brokers, prefix } }) {
  const kafka = new Kafka({ clientId: 'intruder', brokers, logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  return {
    topic: `${prefix}incidents.v1`,
    /** Everything that lies on the topic of incidents now. */
    all: async () => (await readTopics({ brokers, prefix })).filter(({ topic }) => topic.endsWith('incidents.v1')),
    send: (records) =>
      producer.send({
        topic: `${prefix}incidents.v1`,
        acks: -1,
        messages: records.map(({ key, value, headers }) => ({ key, value, headers })),
      }),
    close: () => producer.disconnect(),
  };
}
