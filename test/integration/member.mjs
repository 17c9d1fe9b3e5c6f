/** A member of a consumer group that takes partitions and then waits to be killed: `node member.mjs <brokers> <group> <topic> [name]`. */
import kafkajs from 'kafkajs';

const [brokers, groupId, topic, name = 'member'] = process.argv.slice(2);
const kafka = new kafkajs.Kafka({
  clientId: name,
  brokers: brokers.split(','),
  logLevel: kafkajs.logLevel.NOTHING,
});
const consumer = kafka.consumer({ groupId, sessionTimeout: 4000, heartbeatInterval: 1000, maxWaitTimeInMs: 250 });
consumer.on(consumer.events.GROUP_JOIN, ({ payload }) =>
  process.stdout.write(`joined ${JSON.stringify(payload.memberAssignment)}\n`),
);
await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: () => new Promise(() => undefined) });
