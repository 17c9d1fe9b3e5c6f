import { AssignmentWorkStarted } from '#contracts';
import { reach } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit works on the incident (处置). */
export const assignmentWorkStarted = defineFileEvent({
  event: AssignmentWorkStarted,
  apply: (file, event) => reach(file, event, 'workStartedAt'),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 开始处置`, `${unit.name} started work`),
  seenBy: POLICE,
});
