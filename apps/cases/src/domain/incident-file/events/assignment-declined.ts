import { AssignmentDeclined } from '#contracts';
import { decline } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit was released (退单). */
export const assignmentDeclined = defineFileEvent({
  event: AssignmentDeclined,
  apply: decline,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 已退单`, `${unit.name} was released`),
  seenBy: POLICE,
});
