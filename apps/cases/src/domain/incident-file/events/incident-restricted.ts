import { IncidentRestricted } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** From now on only the safe contact is told; a contact that was named before stays unless a new one is named. */
export const incidentRestricted = defineFileEvent({
  event: IncidentRestricted,
  apply: (file, { safeContact }) => ({ ...file, restricted: true, ...(safeContact && { safeContact }) }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('限制知悉范围', 'Disclosure restricted'),
  seenBy: POLICE,
});
