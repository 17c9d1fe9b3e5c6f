import { INCIDENT_STATE_WORDS, type FiredRule, type IncidentState, type Priority } from '#contracts';
import { defineLifecycle } from '#domain-kit';
import { isHigher } from '../priority.js';
import { cancellingNeedsChief, incidentHasCase, incidentOver, incidentUnderWay } from './refusals.js';

/** The part of an incident's life that intake decides or takes note of; where its units stand is the dispatch's. */
export const incidentLifecycle = defineLifecycle({
  name: 'incident at intake',
  states: ['TRIAGED', 'CLOSED', 'CANCELLED'],
  initial: 'TRIAGED',
  terminal: ['CLOSED', 'CANCELLED'],
  transitions: [
    { from: ['TRIAGED'], to: 'CANCELLED', event: 'IncidentCancelled' },
    { from: ['TRIAGED'], to: 'CLOSED', event: 'IncidentClosed' },
  ],
});

/** Where an incident stands for intake. */
export type IncidentStage = (typeof incidentLifecycle.states)[number];

/** What others make of an incident, as far as it was heard of. */
export interface IncidentHandling {
  /** Where its units stand; absent until one of them answered. */
  readonly dispatchState?: IncidentState;
  /** The case that was opened for it. */
  readonly caseNumber?: string;
}

/** What the decisions below look at. */
export interface IncidentStanding extends IncidentHandling {
  readonly state: IncidentStage;
  readonly priority: Priority;
  readonly firedRules: readonly FiredRule[];
  readonly reportCount: number;
  /** Receipt times (ISO 8601, UTC) of the newest reports, oldest first. */
  readonly recentReports: readonly string[];
}

/** Of an incident that is over nothing waits, and nobody serves it. */
export const SETTLED = { hold: undefined, servedFor: undefined } as const;

/** Whether an incident in this state still takes reports and changes. */
export const isOpen = (state: IncidentStage): boolean => !incidentLifecycle.isTerminal(state);

/** Where units stand while none of the police has taken the incident; only then it may be called off. */
const NOT_TAKEN: ReadonlySet<IncidentState> = new Set(['RECEIVED', 'TRIAGED', 'DISPATCHED']);

/**
 * Calls an incident off that nobody has taken and that is no case; P1 and P2 need the duty chief. Throws `incident.over`,
 * `incident.under-way`, `incident.has-case` or `incident.cancelling-needs-chief`.
 */
export function cancel(incident: IncidentStanding, roles: readonly string[]): IncidentStage {
  const cancelled = incidentLifecycle.next(incident.state, 'IncidentCancelled');
  if (!cancelled)
    throw incidentOver({ state: INCIDENT_STATE_WORDS[incident.state], act: { zh: '撤销', en: 'cancel it' } });
  const { dispatchState, caseNumber } = incident;
  if (dispatchState && !NOT_TAKEN.has(dispatchState))
    throw incidentUnderWay({ state: INCIDENT_STATE_WORDS[dispatchState] });
  if (caseNumber !== undefined) throw incidentHasCase({ number: caseNumber });
  if (isHigher(incident.priority, 'P3') && !roles.includes('duty_chief'))
    throw cancellingNeedsChief({ priority: incident.priority });
  return cancelled;
}

/** Where an incident stands once its review closed it; undefined when it is over already. */
export const close = ({ state }: IncidentStanding): IncidentStage | undefined =>
  incidentLifecycle.next(state, 'IncidentClosed');

/** Throws `incident.over` for one that takes no more reports and changes. */
export function requireOpen({ state }: IncidentStanding, act: { readonly zh: string; readonly en: string }): void {
  if (!isOpen(state)) throw incidentOver({ state: INCIDENT_STATE_WORDS[state], act });
}
