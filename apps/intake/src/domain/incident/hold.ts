import type { HoldFact } from '#contracts';
import { requireOpen, type IncidentStanding } from './incident.js';
import { incidentNotHeld } from './refusals.js';

/** What of an incident waits for a call taker: that units are sent at all, or what later reports told. */
export interface Hold extends HoldFact {
  readonly of: 'dispatch' | 'facts';
}

/** The hold after a further report that is held itself; one that holds everything covers it. */
export function holdAfter(before: Hold | undefined, { reason, since }: HoldFact): Hold {
  if (before?.of === 'dispatch') return before;
  // Reports are stored in another order than they came: the earliest decides from when on they count as waiting.
  return before ? { ...before, since: since < before.since ? since : before.since } : { reason, since, of: 'facts' };
}

/** What is released. Throws `incident.over`, or `incident.not-held` where nothing waits. */
export function release(incident: IncidentStanding & { readonly hold?: Hold }): Hold {
  requireOpen(incident, { zh: '放行', en: 'release it' });
  if (!incident.hold) throw incidentNotHeld();
  return incident.hold;
}
