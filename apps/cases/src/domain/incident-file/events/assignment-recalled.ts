import { ASSIGNMENT_STATE_WORDS, AssignmentRecalled } from '#contracts';
import { moveAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The assignment was called back; the timeline says how far a unit had come that had taken it. */
export const assignmentRecalled = defineFileEvent({
  event: AssignmentRecalled,
  apply: (file, event) => moveAssignment(file, event),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit, from }) => {
    const had = from && from !== 'ISSUED' ? ASSIGNMENT_STATE_WORDS[from] : undefined;
    return text(
      `${unit.name} 已撤回${had ? `（撤回时：${had.zh}）` : ''}`,
      `${unit.name} was called back${had ? ` (until then: ${had.en})` : ''}`,
    );
  },
  seenBy: POLICE,
});
