import { isPartner, type Discipline } from '#contracts';
import { defineLifecycle } from '#domain-kit';
import { assignmentLifecycle } from './assignment-lifecycle.js';

/** Where the whole dispatch of an incident stands; the part of the incident's life that routing decides or takes note of. */
export const dispatchLifecycle = defineLifecycle({
  name: 'dispatch',
  states: ['RECEIVED', 'TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE', 'HANDLED', 'CLOSED', 'CANCELLED'],
  initial: 'RECEIVED',
  terminal: ['CLOSED', 'CANCELLED'],
  transitions: [
    // At once, by the grading of its report; of one that is held when a call taker releases it.
    { from: ['RECEIVED'], to: 'TRIAGED', event: 'IncidentTriaged' },
    { from: ['TRIAGED'], to: 'DISPATCHED', event: 'IncidentDispatched' },
    { from: ['DISPATCHED'], to: 'RESPONDING', event: 'ResponseStarted' },
    { from: ['DISPATCHED', 'RESPONDING'], to: 'ON_SCENE', event: 'SceneReached' },
    { from: ['RESPONDING', 'ON_SCENE'], to: 'DISPATCHED', event: 'IncidentRedispatched' },
    { from: ['RESPONDING', 'ON_SCENE'], to: 'HANDLED', event: 'IncidentHandled' },
    { from: ['HANDLED'], to: 'CLOSED', event: 'IncidentClosed' },
    // Decided elsewhere, perhaps before it was known there that the lead was done.
    {
      from: ['RECEIVED', 'TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE', 'HANDLED'],
      to: 'CANCELLED',
      event: 'IncidentCancelled',
    },
  ],
});

export type DispatchState = (typeof dispatchLifecycle.states)[number];
export type DispatchEvent = Parameters<typeof dispatchLifecycle.next>[1];

/** What the state of a dispatch depends on. */
export interface AssignmentStanding {
  readonly role: string;
  readonly state: string;
  readonly discipline: Discipline;
  readonly milestones: Readonly<Partial<Record<string, unknown>>>;
}

/** The state after something happened; the same where the table does not let it happen. */
export const dispatchStateAfter = (state: DispatchState, event: DispatchEvent): DispatchState =>
  dispatchLifecycle.next(state, event) ?? state;

/** The state after something happened to an assignment. Partners move nothing: an ambulance on the scene is not the police. */
export function dispatchStateOf(state: DispatchState, assignments: readonly AssignmentStanding[]): DispatchState {
  const event = eventOf(
    state,
    assignments.filter(({ discipline }) => !isPartner(discipline)),
  );
  return event ? dispatchStateAfter(state, event) : state;
}

/** Whether units may be sent: not while a call taker has to release it, nor once it is handled. */
export const takesUnits = (state: DispatchState): boolean =>
  !isHeld(state) && state !== 'HANDLED' && !dispatchLifecycle.isTerminal(state);

/** Whether nobody is sent until a call taker has looked at it. */
export const isHeld = (state: DispatchState): boolean => state === 'RECEIVED';

/** Whether somebody of the police answers for the result: a lead that stands, or has done its part. */
export const hasLead = (all: readonly Pick<AssignmentStanding, 'role' | 'state' | 'discipline'>[]): boolean =>
  all.some(
    ({ role, state, discipline }) =>
      role === 'lead' && !isPartner(discipline) && (!isOver(state) || state === 'COMPLETED'),
  );

/** Whether an assignment no longer binds its unit. */
export const isOver = (state: string): boolean => assignmentLifecycle.terminal.some((end) => end === state);

/**
 * What the assignments amount to: final feedback of the lead with nobody active any more, first arrival (or remote work),
 * first acknowledgement. A unit that was released counts no longer: when nobody responds any more the dispatch begins anew.
 */
function eventOf(state: DispatchState, assignments: readonly AssignmentStanding[]): DispatchEvent | undefined {
  const active = assignments.some((assignment) => !isOver(assignment.state));
  const handled = assignments.some(({ role, state: own }) => role === 'lead' && own === 'COMPLETED');
  if (handled && !active) return 'IncidentHandled';
  const counting = assignments.filter((assignment) => assignment.state === 'COMPLETED' || !isOver(assignment.state));
  const reached = (milestone: string) => counting.some(({ milestones }) => milestones[milestone] !== undefined);
  if (reached('ARRIVED') || reached('WORKING')) return 'SceneReached';
  if (reached('ACKNOWLEDGED')) return 'ResponseStarted';
  if (assignments.length === 0) return undefined;
  return state === 'TRIAGED' ? 'IncidentDispatched' : 'IncidentRedispatched';
}
