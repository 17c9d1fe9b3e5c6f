import type { FiredRule, Priority } from '#contracts';
import { isHigher } from '../priority.js';
import { requireOpen, type IncidentStanding } from './incident.js';
import { loweringNeedsChief, samePriority } from './refusals.js';

/** A change of priority with all rules that have fired so far, the newest last. */
export interface Regrading {
  readonly from: Priority;
  readonly to: Priority;
  readonly firedRules: FiredRule[];
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

/** The change to a priority for which one more rule has fired. */
export function regrading({ priority, firedRules }: IncidentStanding, to: Priority, fired: FiredRule): Regrading {
  return { from: priority, to, firedRules: [...firedRules, fired] };
}
