import type { IncidentReported } from '#contracts';
import type { IncidentFile } from './incident-file.js';

/** The file as the first report opens it. Fields are named one by one: an event may carry more than readers should get. */
export function openFile(event: IncidentReported): IncidentFile {
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
    ...(event.proposedContact && { proposedContact: event.proposedContact }),
    ...(event.enterprise && { enterprise: event.enterprise }),
    receivedAt,
    place: event.place,
    ...(event.occurredFrom !== undefined && { occurredFrom: event.occurredFrom }),
    ...(event.occurredTo !== undefined && { occurredTo: event.occurredTo }),
    flags: event.flags,
    crowd: event.crowd,
    injured: event.injured,
    estimatedLossFen: event.estimatedLossFen,
    details: event.details,
    state: 'RECEIVED',
    ...(event.hold && { held: { ...event.hold, of: 'dispatch' as const } }),
    insiderSuspected: event.flags.includes('insider_suspected'),
    reports: [{ reportId, channel, receivedAt, reporter, narrative }],
    assignments: [],
    advice: [],
  };
}
