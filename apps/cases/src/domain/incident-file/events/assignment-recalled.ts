import { AssignmentRecalled } from '#contracts';
import { moveAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The assignment was called back. */
export const assignmentRecalled = defineFileEvent({
  event: AssignmentRecalled,
  apply: (file, event) => moveAssignment(file, event),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`${unit.name} 已撤回`, `${unit.name} was called back`),
  seenBy: POLICE,
});
