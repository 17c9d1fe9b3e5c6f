import { IncidentClosed } from '#contracts';
import { shanghaiDate } from '#domain-kit';
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
  text: ({ followUpDueAt }) => {
    const day = shanghaiDate(new Date(followUpDueAt));
    return text(`审核结警，${day} 前回访`, `Reviewed and closed; follow-up by ${day}`);
  },
  seenBy: POLICE,
});
