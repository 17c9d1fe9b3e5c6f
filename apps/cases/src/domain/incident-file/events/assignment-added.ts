import { AssignmentAdded } from '#contracts';
import { addAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A reinforcement, or the replacement of a unit that declined. */
export const assignmentAdded = defineFileEvent({
  event: AssignmentAdded,
  apply: addAssignment,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ assignment: { unit }, replaces }) =>
    replaces === undefined
      ? text(`增派 ${unit.name}`, `${unit.name} sent as reinforcement`)
      : text(`改派 ${unit.name}`, `${unit.name} sent as replacement`),
  seenBy: POLICE,
});
