import { AssignmentCompleted } from '#contracts';
import { reach } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Final feedback. The lead's names the lead officer and the outcome. */
export const assignmentCompleted = defineFileEvent({
  event: AssignmentCompleted,
  apply: (file, event) => {
    const moved = reach(file, event, 'completedAt');
    if (event.role !== 'lead') return moved;
    return { ...moved, leadBy: event.by, ...(event.outcome !== undefined && { outcome: event.outcome }) };
  },
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit, text: words }) => text(`${unit.name} 处置完毕：${words}`, `${unit.name} completed: ${words}`),
  seenBy: POLICE,
});
