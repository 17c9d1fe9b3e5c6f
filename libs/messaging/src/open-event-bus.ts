import { STREAMS } from '#contracts';
import { InProcessBroker } from './adapters/in-process/broker.js';
import { EventChain } from './adapters/in-process/event-chain.js';
import { KafkaBus } from './adapters/kafka/kafka-bus.js';
import type { MessagingOptions } from './options.js';
import type { EventBus, TopicPlan } from './ports.js';

/**
 * The bus of a process; one for all services that run in it. Where all there are run in it, over one file, events are handed
 * over inside transactions.
 */
export function openEventBus(options: MessagingOptions): EventBus {
  if (options.profile === 'cluster') return new KafkaBus(options);
  return new InProcessBroker(options.allServices ? new EventChain() : undefined);
}

/** Every topic of a deployment, dead-letter topics included. */
export const topicPlans = (prefix: string): TopicPlan[] =>
  STREAMS.flatMap(({ name, partitions, compacted }) => [
    { name: `${prefix}${name}`, partitions, compacted },
    { name: `${prefix}${name}.dlq`, partitions: 1, compacted: false },
  ]);
