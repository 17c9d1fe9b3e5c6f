import { AssignmentArrived } from '#contracts';
import { reach } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit is on the scene (到场). */
export const assignmentArrived = defineFileEvent({
  event: AssignmentArrived,
  apply: (file, event) => reach(file, event, 'arrivedAt'),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 到场`, `${unit.name} arrived`),
  seenBy: POLICE,
});
