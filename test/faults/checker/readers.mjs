/** Every event that a service publishes about incidents. */
export const ALL = 'all';
/** Whose events about incidents each service takes; {@link ALL}, or the types that it has a handler of (`readers.spec.ts`). */
export const READERS = {
  intake: {
    routing: [
      ...['assignment.feedback-given.v1', 'assignment.acknowledged.v1', 'assignment.arrived.v1'],
      ...['assignment.work-started.v1', 'assignment.completed.v1', 'assignment.declined.v1', 'assignment.recalled.v1'],
    ],
    cases: ['incident.closed.v1', 'incident.restricted.v1', 'incident.restriction-lifted.v1', 'case.registered.v1'],
  },
  routing: {
    intake: [
      'incident.reported.v1',
      'incident.facts-added.v1',
      'incident.regraded.v1',
      'incident.released.v1',
      'incident.cancelled.v1',
    ],
    cases: ['incident.closed.v1'],
  },
  cases: { intake: ALL, routing: ALL },
  notifications: { intake: ALL, routing: ALL, cases: ALL },
};
/** What only later releases take: events of it before the upgrade of a history were nothing to the earlier one. */
export const TAKEN_LATER = {
  intake: {
    routing: READERS.intake.routing,
    cases: READERS.intake.cases.filter((type) => type !== 'incident.closed.v1'),
  },
};
