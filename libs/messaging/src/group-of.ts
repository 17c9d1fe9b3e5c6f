import { STREAMS, type ServiceName } from '#contracts';
import type { ConsumerGroup } from './ports.js';

/** The consumer group of a service in a deployment. */
export const groupOf = (topicPrefix: string, service: string): string => `${topicPrefix}${service}`;

/** The group of a service with the topics that it reads. */
export const readerGroup = (topicPrefix: string, service: ServiceName): ConsumerGroup => ({
  groupId: groupOf(topicPrefix, service),
  topics: STREAMS.filter(({ readers }) => readers.includes(service)).map(({ name }) => `${topicPrefix}${name}`),
});
