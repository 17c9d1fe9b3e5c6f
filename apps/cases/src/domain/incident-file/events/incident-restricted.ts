import { IncidentRestricted } from '#contracts';
import { overtake } from '../../proposal/proposal-view.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/**
 * From now on only the safe contact is told, whoever was named or proposed before; without one nobody is. What was proposed to
 * lift it knew less.
 */
export const incidentRestricted = defineFileEvent({
  event: IncidentRestricted,
  apply: ({ safeContact: _before, proposedContact: _proposed, proposals, ...file }, { safeContact }) => ({
    ...file,
    restricted: true,
    ...(proposals && { proposals: overtake(proposals, 'lift_restriction') }),
    ...(safeContact && { safeContact }),
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('限制知悉范围', 'Disclosure restricted'),
  seenBy: POLICE,
});
