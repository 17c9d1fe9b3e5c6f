import { InProcessBroker, KafkaBus } from '#messaging';
import { deleteTestTopics, messagingOptions, needed } from '#testing';
import { eventBusConformance } from './bus-conformance.js';

const uniquePrefix = () => `t${process.pid}${Math.random().toString(36).slice(2, 7)}.`;

eventBusConformance('in process', () => ({
  bus: new InProcessBroker(),
  topicPrefix: uniquePrefix(),
  dispose: () => Promise.resolve(),
}));

eventBusConformance('Kafka', () => {
  const brokers = needed('QIJING_KAFKA_BROKERS').split(',');
  const topicPrefix = uniquePrefix();
  const bus = new KafkaBus(messagingOptions({ profile: 'cluster', brokers, topicPrefix }));
  return { bus, topicPrefix, dispose: () => deleteTestTopics(brokers, topicPrefix) };
});
