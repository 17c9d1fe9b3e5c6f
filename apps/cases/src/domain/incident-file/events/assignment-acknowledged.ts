import { AssignmentAcknowledged } from '#contracts';
import { reach } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A member of the unit took the assignment (签收). */
export const assignmentAcknowledged = defineFileEvent({
  event: AssignmentAcknowledged,
  apply: (file, event) => reach(file, event, 'acknowledgedAt'),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 签收`, `${unit.name} acknowledged`),
  seenBy: POLICE,
});
