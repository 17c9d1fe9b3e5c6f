import { INCIDENT_STATE_WORDS, type FiredRule, type IncidentState, type Priority } from '#contracts';
import { defineLifecycle } from '#domain-kit';
import { DEFAULT_TRIAGE, type TriageSettings } from '../triage/triage.js';
import { isHigher, oneLevelUp } from '../priority.js';
import {
  cancellingNeedsChief,
  incidentHasCase,
  incidentOver,
  incidentUnderWay,
  loweringNeedsChief,
  samePriority,
} from './refusals.js';

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

/** A change of priority with all rules that have fired so far, the newest last. */
export interface Regrading {
  readonly from: Priority;
  readonly to: Priority;
  readonly firedRules: FiredRule[];
}

/** A further report: the new count, and the raised priority where it is the third within the window. */
export interface Attachment {
  readonly reportCount: number;
  readonly recentReports: string[];
  readonly regrading?: Regrading;
}

/** Whether an incident in this state still takes reports and changes. */
export const isOpen = (state: IncidentStage): boolean => !incidentLifecycle.isTerminal(state);

/**
 * Takes one more report of the same thing. The third within 24 hours raises the priority by one level, not above P2, and
 * once only; it does not override a duty chief who lowered it. Throws `incident.over`.
 */
export function attachReport(
  incident: IncidentStanding,
  receivedAt: Date,
  settings: TriageSettings = DEFAULT_TRIAGE,
): Attachment {
  requireOpen(incident, { zh: '补充报警', en: 'add a report' });
  const times = [...incident.recentReports, receivedAt.toISOString()].sort();
  const newest = Date.parse(times.at(-1) ?? '');
  const recentReports = times
    .filter((time) => newest - Date.parse(time) <= settings.repeatWindowMs)
    .slice(-settings.repeatedReports);
  const regrading = recentReports.length < settings.repeatedReports ? undefined : raiseForReports(incident, settings);
  return { reportCount: incident.reportCount + 1, recentReports, ...(regrading && { regrading }) };
}

function raiseForReports(incident: IncidentStanding, { repeatedReports }: TriageSettings): Regrading | undefined {
  const settled = incident.firedRules.some(({ rule }) => rule === 'repeated-reports' || rule === 'lowered-by-person');
  const to = oneLevelUp(incident.priority, 'P2');
  if (settled || to === incident.priority) return undefined;
  const reason = {
    zh: `24 小时内第 ${repeatedReports} 次报警`,
    en: `Report number ${repeatedReports} within 24 hours`,
  };
  return regrading(incident, to, { rule: 'repeated-reports', effect: to, reason });
}

/**
 * A person decides another priority: up by a dispatcher, down by the duty chief only, always with a reason. Throws
 * `incident.over`, `incident.same-priority` or `incident.lowering-needs-chief`.
 */
export function regrade(
  incident: IncidentStanding,
  decision: { readonly to: Priority; readonly reason: string; readonly roles: readonly string[] },
): Regrading {
  const { to, reason, roles } = decision;
  requireOpen(incident, { zh: '调整等级', en: 'change its priority' });
  if (to === incident.priority) throw samePriority({ priority: to });
  const up = isHigher(to, incident.priority);
  if (!up && !roles.includes('duty_chief')) throw loweringNeedsChief();
  const rule = up ? 'raised-by-person' : 'lowered-by-person';
  return regrading(incident, to, { rule, effect: to, reason: { zh: reason, en: reason } });
}

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

function regrading({ priority, firedRules }: IncidentStanding, to: Priority, fired: FiredRule): Regrading {
  return { from: priority, to, firedRules: [...firedRules, fired] };
}

function requireOpen({ state }: IncidentStanding, act: { readonly zh: string; readonly en: string }): void {
  if (!isOpen(state)) throw incidentOver({ state: INCIDENT_STATE_WORDS[state], act });
}
