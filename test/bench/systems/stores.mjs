import { ownerOf, stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { readState } from '../../../scripts/stack/state.mjs';

const SENDERS = ['intake', 'routing', 'cases'];

/** How the servers of the stack are reached, for programs that read no QIJING_ variables. */
export function servers() {
  const environment = stackEnvironment();
  return {
    mysql: ownerOf(environment),
    brokers: environment.QIJING_KAFKA_BROKERS.split(','),
    /** Process ids of database and broker, where this checkout started them. */
    pids: [readState().mariadb?.pid, readState().kafka?.pid].filter(Boolean),
  };
}

/**
 * How many events a system has sent: records on its topics, or what passed the outboxes of its services, whose numbers never
 * come again.
 */
export async function messagesOf(stores, topics) {
  if (topics) return topics.records();
  const passed = await Promise.all(SENDERS.map((service) => stores.lastSerial(service, 'outbox')));
  return passed.reduce((sum, count) => sum + count, 0);
}
