import { IncidentClosed } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Reviewed and closed. */
export const incidentClosed = defineFileEvent({
  event: IncidentClosed,
  apply: (file, { outcome, closedAt, closedBy, note, followUpDueAt }) => ({
    ...file,
    state: 'CLOSED',
    outcome,
    closed: { by: closedBy, at: closedAt, outcome, followUpDueAt, ...(note !== undefined && { note }) },
  }),
  at: ({ closedAt }) => closedAt,
  by: ({ closedBy }) => closedBy,
  text: ({ followUpDueAt }) =>
    text(
      `审核结警，${followUpDueAt.slice(0, 10)} 前回访`,
      `Reviewed and closed; follow-up by ${followUpDueAt.slice(0, 10)}`,
    ),
  seenBy: POLICE,
});
