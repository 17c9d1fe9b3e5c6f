import { AssignmentDeclineRequested } from '#contracts';
import { decline } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit asked to be released (申请退单). */
export const assignmentDeclineRequested = defineFileEvent({
  event: AssignmentDeclineRequested,
  apply: decline,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit, note }) =>
    text(
      `${unit.name} 申请退单${note ? `：${note}` : ''}`,
      `${unit.name} asked to be released${note ? `: ${note}` : ''}`,
    ),
  seenBy: POLICE,
});
