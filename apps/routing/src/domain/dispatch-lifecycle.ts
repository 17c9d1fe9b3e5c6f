import { defineLifecycle } from '#domain-kit';
import { assignmentLifecycle } from './assignment-lifecycle.js';

/** Where the whole dispatch of an incident stands; the part of the incident's life that routing decides. */
export const dispatchLifecycle = defineLifecycle({
  name: 'dispatch',
  states: ['TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE', 'HANDLED', 'CLOSED', 'CANCELLED'],
  initial: 'TRIAGED',
  terminal: ['CLOSED', 'CANCELLED'],
  transitions: [
    { from: ['TRIAGED'], to: 'DISPATCHED', event: 'IncidentDispatched' },
    { from: ['DISPATCHED'], to: 'RESPONDING', event: 'ResponseStarted' },
    { from: ['DISPATCHED', 'RESPONDING'], to: 'ON_SCENE', event: 'SceneReached' },
    { from: ['RESPONDING', 'ON_SCENE'], to: 'HANDLED', event: 'IncidentHandled' },
    { from: ['HANDLED'], to: 'CLOSED', event: 'IncidentClosed' },
    { from: ['TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE'], to: 'CANCELLED', event: 'IncidentCancelled' },
  ],
});

export type DispatchState = (typeof dispatchLifecycle.states)[number];

/** What the state of a dispatch depends on. */
export interface AssignmentStanding {
  readonly role: string;
  readonly state: string;
  readonly milestones: Readonly<Partial<Record<string, unknown>>>;
}

/**
 * The state that follows from the assignments: first acknowledgement, first arrival (or remote work), and final feedback
 * of the lead with nobody active any more. Never moves backwards, except to DISPATCHED when nobody responds any longer.
 */
export function dispatchStateOf(state: string, assignments: readonly AssignmentStanding[]): DispatchState {
  const before = state as DispatchState;
  if (before === 'CLOSED' || before === 'CANCELLED' || before === 'HANDLED') return before;
  const active = assignments.filter((assignment) => !isOver(assignment.state));
  const handled = assignments.some(({ role, state: own }) => role === 'lead' && own === 'COMPLETED');
  if (handled && active.length === 0) return 'HANDLED';
  const reached = (milestone: string) => assignments.some(({ milestones }) => milestones[milestone] !== undefined);
  if (reached('ARRIVED') || reached('WORKING')) return 'ON_SCENE';
  if (reached('ACKNOWLEDGED')) return 'RESPONDING';
  return assignments.length > 0 ? 'DISPATCHED' : before;
}

/** Whether an assignment no longer binds its unit. */
export const isOver = (state: string): boolean => assignmentLifecycle.terminal.some((end) => end === state);
