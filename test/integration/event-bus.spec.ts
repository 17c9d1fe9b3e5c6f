import { InProcessBroker, KafkaBus } from '#messaging';
import { messagingOptions, needed } from '#testing';
import { eventBusConformance } from './bus-conformance.js';

const uniquePrefix = () => `t${process.pid}${Math.random().toString(36).slice(2, 7)}.`;

eventBusConformance('in process', () => ({ bus: new InProcessBroker(), topicPrefix: uniquePrefix() }));

eventBusConformance('Kafka', () => {
  const brokers = needed('QIJING_KAFKA_BROKERS').split(',');
  const topicPrefix = uniquePrefix();
  return { bus: new KafkaBus(messagingOptions({ profile: 'cluster', brokers, topicPrefix })), topicPrefix };
});
