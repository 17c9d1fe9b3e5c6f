import type { ConsumerConfig } from 'kafkajs';
import type { FormerMembers } from './former-members.js';
import { HEARTBEAT_MS } from './kafka-batch.js';

/** What kafkajs is told of a member of a group. */
export const memberConfig = (
  groupId: string,
  sessionTimeout: number,
  former: FormerMembers | undefined,
): ConsumerConfig => ({
  groupId,
  minBytes: 1,
  maxWaitTimeInMs: 250,
  sessionTimeout,
  heartbeatInterval: HEARTBEAT_MS,
  allowAutoTopicCreation: false,
  // Whoever is to start it again must be one: two would make two members of one process.
  retry: { retries: 5, restartOnFailure: () => Promise.resolve(false) },
  ...(former && { partitionAssigners: [former.assigner] }),
});
