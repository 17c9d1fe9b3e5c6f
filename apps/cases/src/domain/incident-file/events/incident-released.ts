import { IncidentReleased } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A call taker let units move for what was held. */
export const incidentReleased = defineFileEvent({
  event: IncidentReleased,
  apply: ({ held: _released, ...file }) => file,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ note }) => text(`核对后放行${note ? `：${note}` : ''}`, `Released${note ? `: ${note}` : ''}`),
  seenBy: POLICE,
});
