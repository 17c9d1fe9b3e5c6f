import { IncidentRestricted } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** From now on only the safe contact is told, whoever was named before; without one nobody is. */
export const incidentRestricted = defineFileEvent({
  event: IncidentRestricted,
  apply: ({ safeContact: _before, ...file }, { safeContact }) => ({
    ...file,
    restricted: true,
    ...(safeContact && { safeContact }),
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('限制知悉范围', 'Disclosure restricted'),
  seenBy: POLICE,
});
