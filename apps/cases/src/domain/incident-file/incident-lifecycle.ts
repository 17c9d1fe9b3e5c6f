import { defineLifecycle } from '#domain-kit';

/**
 * The states of an incident. Up to HANDLED, and for the reopening of a review, the dispatch decides and tells the state on
 * its events; closing is decided here.
 */
export const incidentLifecycle = defineLifecycle({
  name: 'incident',
  states: [
    'RECEIVED',
    'TRIAGED',
    'DISPATCHED',
    'RESPONDING',
    'ON_SCENE',
    'HANDLED',
    'CLOSED',
    'DIVERTED',
    'TRANSFERRED',
    'MERGED',
    'CANCELLED',
  ],
  initial: 'RECEIVED',
  terminal: ['CLOSED', 'DIVERTED', 'TRANSFERRED', 'MERGED', 'CANCELLED'],
  reopenedBy: ['IncidentReopened'],
  transitions: [
    { from: ['RECEIVED'], to: 'TRIAGED', event: 'IncidentTriaged' },
    { from: ['RECEIVED', 'TRIAGED'], to: 'MERGED', event: 'IncidentMerged' },
    { from: ['RECEIVED', 'TRIAGED'], to: 'DIVERTED', event: 'IncidentDiverted' },
    { from: ['RECEIVED', 'TRIAGED', 'DISPATCHED'], to: 'CANCELLED', event: 'IncidentCancelled' },
    { from: ['TRIAGED'], to: 'DISPATCHED', event: 'IncidentDispatched' },
    { from: ['DISPATCHED'], to: 'RESPONDING', event: 'ResponseStarted' },
    { from: ['RESPONDING'], to: 'ON_SCENE', event: 'SceneReached' },
    { from: ['DISPATCHED', 'RESPONDING', 'ON_SCENE'], to: 'DISPATCHED', event: 'IncidentRedispatched' },
    { from: ['RESPONDING', 'ON_SCENE'], to: 'HANDLED', event: 'IncidentHandled' },
    { from: ['HANDLED'], to: 'CLOSED', event: 'IncidentClosed' },
    { from: ['HANDLED'], to: 'RESPONDING', event: 'FeedbackReturned' },
    { from: ['TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE'], to: 'TRANSFERRED', event: 'IncidentTransferred' },
    { from: ['CLOSED'], to: 'TRIAGED', event: 'IncidentReopened' },
  ],
});

/** Ends of an incident: a late event of the dispatch no longer moves it. */
const ENDS = new Set<string>(incidentLifecycle.terminal);

/** The state after an event of the dispatch. */
export const stateAfter = (state: string, dispatchState: string): string => (ENDS.has(state) ? state : dispatchState);

/** Whether an incident in this state has ended. */
export const hasEnded = (state: string): boolean => ENDS.has(state);

/** The states of a stage: `open` until somebody closed it, `ended` from then on. */
export const statesOf = (stage: 'open' | 'ended'): string[] =>
  incidentLifecycle.states.filter((state) => hasEnded(state) === (stage === 'ended'));

/** Whether an incident in this state may be closed. */
export const canClose = (state: string): boolean =>
  incidentLifecycle.states.some((known) => known === state && incidentLifecycle.can(known, 'IncidentClosed'));
