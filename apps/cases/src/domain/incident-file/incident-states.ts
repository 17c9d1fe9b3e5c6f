import { INCIDENT_STATES, type IncidentState } from '#contracts';

/**
 * Ends of an incident: a late event of the dispatch no longer moves it. Up to HANDLED the dispatch decides where an
 * incident stands, and tells it on its events; closing is decided here.
 */
const ENDS: ReadonlySet<IncidentState> = new Set(['CLOSED', 'DIVERTED', 'TRANSFERRED', 'MERGED', 'CANCELLED']);

/** The state after an event of the dispatch. */
export const stateAfter = (state: IncidentState, dispatchState: IncidentState): IncidentState =>
  ENDS.has(state) ? state : dispatchState;

/** Whether an incident in this state has ended. */
export const hasEnded = (state: IncidentState): boolean => ENDS.has(state);

/** The states of a stage: `open` until somebody closed it, `ended` from then on. */
export const statesOf = (stage: 'open' | 'ended'): IncidentState[] =>
  INCIDENT_STATES.filter((state) => hasEnded(state) === (stage === 'ended'));

/** Whether an incident in this state waits for its review, which closes it. */
export const canClose = (state: IncidentState): boolean => state === 'HANDLED';
