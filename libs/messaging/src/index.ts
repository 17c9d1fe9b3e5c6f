export { InProcessBroker } from './adapters/in-process/broker.js';
export { KafkaBus } from './adapters/kafka/kafka-bus.js';
export { toEnvelope, toHeaders, type Envelope } from './codec.js';
export type { EventContext } from './inbox/inbox.js';
export { ParkedEvents } from './inbox/parked-events.js';
export { EventChain } from './adapters/in-process/event-chain.js';
export { moveCursorsInto, seenColumn, type SeenRow } from './inbox/seen.js';
export { openEventBus, topicPlans } from './open-event-bus.js';
export { Outbox, type Versioned } from './outbox/outbox.js';
export { Relay } from './outbox/relay.js';
export * from './ports.js';
export { createMessagingTables, messagingTables, outboxTable, parkedTable, type ParkedRow } from './tables.js';
export {
  ConsumedEvent,
  EventConsumerController,
  IncidentTransport,
  OnEvent,
  OnEvents,
  transportOf,
} from './transport.js';
