import { AssignmentDeclineRejected } from '#contracts';
import { moveAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The decline was refused; the assignment stands. */
export const assignmentDeclineRejected = defineFileEvent({
  event: AssignmentDeclineRejected,
  apply: (file, event) =>
    moveAssignment(file, event, (one) => ({
      ...one,
      ...(one.decline && event.version !== undefined && { decline: { ...one.decline, version: event.version } }),
    })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit }) => text(`不同意 ${unit.name} 退单`, `${unit.name} was not released`),
  seenBy: POLICE,
});
