import type { AttachedFact, CancelledFact, RegradedFact, ReportedFact } from './facts.js';
import { defineFold } from './fold.js';
import type { IncidentFile } from './incident-file.js';
import { stateAfter } from './incident-lifecycle.js';
import { TIMELINE_TEXTS } from './timeline-texts.js';

/** The file as the first report opens it. Fields are named one by one: an event may carry more than readers should get. */
export function openFile(event: ReportedFact): IncidentFile {
  const { reportId, channel, receivedAt, reporter, narrative } = event;
  return {
    incidentId: event.incidentId,
    number: event.number,
    type: event.incidentType,
    priority: event.priority,
    slaProfile: event.slaProfile,
    firedRules: event.firedRules,
    enterpriseRelated: event.enterpriseRelated,
    restricted: event.restricted,
    ...(event.safeContact && { safeContact: event.safeContact }),
    ...(event.enterprise && { enterprise: event.enterprise }),
    receivedAt,
    place: event.place,
    reporter,
    narrative,
    ...(event.occurredFrom !== undefined && { occurredFrom: event.occurredFrom }),
    ...(event.occurredTo !== undefined && { occurredTo: event.occurredTo }),
    flags: event.flags,
    crowd: event.crowd,
    injured: event.injured,
    estimatedLossFen: event.estimatedLossFen,
    details: event.details,
    plan: event.plan,
    state: 'RECEIVED',
    insiderSuspected: event.flags.includes('insider_suspected'),
    reports: [{ reportId, channel, receivedAt, reporter, narrative }],
    assignments: [],
    advice: [],
  };
}

/** The first report: opens the file. */
export const reported = defineFold<ReportedFact>({
  apply: (_file, event) => openFile(event),
  at: ({ receivedAt }) => receivedAt,
  text: TIMELINE_TEXTS.reported,
});

/** A further report of the same thing. */
export const attached = defineFold<AttachedFact>({
  apply: (file, { reportId, channel, receivedAt, reporter, narrative }) => ({
    ...file,
    reports: [...file.reports, { reportId, channel, receivedAt, reporter, narrative }],
  }),
  at: ({ receivedAt }) => receivedAt,
  text: TIMELINE_TEXTS.attached,
});

/** A new priority. The event carries every rule of the new grading, so they take the place of those before. */
export const regraded = defineFold<RegradedFact>({
  apply: (file, { to, firedRules }) => ({ ...file, priority: to, firedRules }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.regraded,
});

/** The incident was called off. */
export const cancelled = defineFold<CancelledFact>({
  apply: (file, { reason, occurredAt, by }) => ({
    ...file,
    state: stateAfter(file.state, 'CANCELLED'),
    cancelled: { reason, at: occurredAt, by },
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.cancelled,
});
