import { AssignmentFeedbackGiven } from '#contracts';
import { moveAssignment } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Feedback of a unit that goes on working; an insider that it suspects marks the whole file. */
export const assignmentFeedbackGiven = defineFileEvent({
  event: AssignmentFeedbackGiven,
  apply: (file, event) => {
    const { feedbackId, kind, occurredAt, text: words, suspectsCaught, insiderSuspected, by } = event;
    const feedback = { feedbackId, kind, at: occurredAt, text: words, suspectsCaught, insiderSuspected, by };
    const moved = moveAssignment(file, event, (one) => ({ ...one, feedback: [...one.feedback, feedback] }));
    return { ...moved, insiderSuspected: file.insiderSuspected || insiderSuspected };
  },
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit, text: words, suspectsCaught, insiderSuspected }) => {
    const caught =
      suspectsCaught > 0 ? text(`（抓获 ${suspectsCaught} 人）`, ` (${suspectsCaught} caught)`) : text('', '');
    const insider = insiderSuspected ? text('（疑有内部人员）', ' (insider suspected)') : text('', '');
    return text(
      `${unit.name} 反馈${caught.zh}${insider.zh}：${words}`,
      `${unit.name} reported${caught.en}${insider.en}: ${words}`,
    );
  },
  seenBy: POLICE,
});
