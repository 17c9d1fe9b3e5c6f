export { effects, effectsBySubject, effectsSchema, noteEffect, type EffectRow } from './effects.js';
export { explainedPlan, type ExplainedPlan, type TableRead } from './explained-plan.js';
export { eventually, type Patience } from './eventually.js';
export {
  assignmentAcknowledged,
  dispatchPlanned,
  eventOf,
  incidentCancelled,
  incidentClosed,
  incidentReported,
  lossEntryPosted,
  unitChanged,
} from './event-builders.js';
export { EventDriver } from './event-driver.js';
export { messagingOptions, noTrace, RememberedLog } from './messaging-fakes.js';
export { playOtherReaders } from './other-readers.js';
export { TestBus, type Faults } from './test-bus.js';
export {
  dropTestDatabase,
  needed,
  openTestDatabase,
  testDatabaseOptions,
  testProfile,
  type TestDatabase,
  type TestProfile,
} from './test-database.js';
export { deleteTestTopics } from './test-topics.js';
