import { AssignmentDeparted } from '#contracts';
import { reach } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit is on its way (出动). */
export const assignmentDeparted = defineFileEvent({
  event: AssignmentDeparted,
  apply: (file, event) => reach(file, event, 'departedAt'),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 出动`, `${unit.name} departed`),
  seenBy: POLICE,
});
