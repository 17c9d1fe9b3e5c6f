import { IncidentCancelled } from '#contracts';
import { stateAfter } from '../incident-states.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The incident was called off. */
export const incidentCancelled = defineFileEvent({
  event: IncidentCancelled,
  apply: ({ held: _over, ...file }, { reason, occurredAt, by }) => ({
    ...file,
    state: stateAfter(file.state, 'CANCELLED'),
    cancelled: { reason, at: occurredAt, by },
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ note }) => text(`警情撤销${note ? `：${note}` : ''}`, `Incident cancelled${note ? `: ${note}` : ''}`),
  seenBy: POLICE,
});
