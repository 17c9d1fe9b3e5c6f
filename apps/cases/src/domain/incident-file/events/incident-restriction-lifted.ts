import { IncidentRestrictionLifted } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Whoever the matrix says is told again; the suspicion is answered, so that the next one is a new one. */
export const incidentRestrictionLifted = defineFileEvent({
  event: IncidentRestrictionLifted,
  apply: ({ safeContact: _named, ...file }) => ({
    ...file,
    restricted: false,
    insiderSuspected: false,
    flags: file.flags.filter((flag) => flag !== 'insider_suspected'),
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('解除限制知悉', 'Restriction of disclosure lifted'),
  seenBy: POLICE,
});
