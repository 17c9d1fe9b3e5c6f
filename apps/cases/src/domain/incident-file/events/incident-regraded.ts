import { IncidentRegraded } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A new priority. The event carries every rule of the new grading, so they take the place of those before. */
export const incidentRegraded = defineFileEvent({
  event: IncidentRegraded,
  apply: (file, { to, firedRules }) => ({ ...file, priority: to, firedRules }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ from, to, reason }) =>
    text(
      `等级由 ${from} 调整为 ${to}${reason ? `：${reason}` : ''}`,
      `Priority changed from ${from} to ${to}${reason ? `: ${reason}` : ''}`,
    ),
  seenBy: POLICE,
});
