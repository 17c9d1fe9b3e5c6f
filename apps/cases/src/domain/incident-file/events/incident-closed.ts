import { IncidentClosed } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Reviewed and closed. */
export const incidentClosed = defineFileEvent({
  event: IncidentClosed,
  apply: ({ held: _over, ...file }, { outcome, closedAt, closedBy, note, followUpDueAt }) => ({
    ...file,
    state: 'CLOSED',
    outcome,
    closed: { by: closedBy, at: closedAt, outcome, followUpDueAt, ...(note !== undefined && { note }) },
  }),
  at: ({ closedAt }) => closedAt,
  by: ({ closedBy }) => closedBy,
  text: () => text('审核结警', 'Reviewed and closed'),
  seenBy: POLICE,
});
