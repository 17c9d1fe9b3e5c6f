import { DispatchGapFilled } from '#contracts';
import { addAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A unit became free and took an open slot. */
export const dispatchGapFilled = defineFileEvent({
  event: DispatchGapFilled,
  apply: addAssignment,
  at: ({ occurredAt }) => occurredAt,
  text: ({ assignment: { unit } }) => text(`${unit.name} 补派到位`, `${unit.name} filled an open slot`),
  seenBy: POLICE,
});
