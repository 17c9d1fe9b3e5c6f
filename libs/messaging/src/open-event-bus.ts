import { STREAMS } from '#contracts';
import { DAY } from '#domain-kit';
import { InProcessBroker } from './adapters/in-process/broker.js';
import { EventChain } from './adapters/in-process/event-chain.js';
import { KafkaBus } from './adapters/kafka/kafka-bus.js';
import { groupOf } from './group-of.js';
import type { MessagingOptions } from './options.js';
import type { EventBus, TopicPlan } from './ports.js';

/**
 * The bus of a process; one for all services that run in it. Where all there are run in it, over one file, events are handed
 * over inside transactions.
 */
export function openEventBus(options: MessagingOptions): EventBus {
  if (options.profile === 'cluster') return new KafkaBus(options);
  return new InProcessBroker(options.allServices ? new EventChain() : undefined, readersOf(options.topicPrefix));
}

/** The groups that read a topic of a deployment; none where nobody of the product does. */
const readersOf = (prefix: string) => {
  const groups = new Map(
    STREAMS.map(({ name, readers }) => [`${prefix}${name}`, readers.map((service) => groupOf(prefix, service))]),
  );
  return (topic: string): readonly string[] => groups.get(topic) ?? [];
};

/** Days that a stream is kept from which a database is filled again: longer than the oldest backup that is still of use. */
export const RETENTION_DAYS = 30;
const FOR_EVER = -1;

/**
 * Every topic of a deployment, dead-letter topics included. A dead letter waits for a person and is kept until one deletes it.
 * @param retentionDays days that records of a stream are kept; 0 keeps them for ever
 */
export const topicPlans = (prefix: string, retentionDays = RETENTION_DAYS): TopicPlan[] =>
  STREAMS.flatMap(({ name, partitions, compacted }) => [
    { name: `${prefix}${name}`, partitions, compacted, retentionMs: retentionDays * DAY || FOR_EVER },
    { name: `${prefix}${name}.dlq`, partitions: 1, compacted: false, retentionMs: FOR_EVER },
  ]);
