import { CaseReviewStarted } from '#contracts';
import { review } from '../../case/moves/review.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The filing review began (受案审查). */
export const caseReviewStarted = defineFileEvent({
  event: CaseReviewStarted,
  apply: (file, { occurredAt }) => moveCase(file, review.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('受案审查', 'Filing review started'),
  seenBy: POLICE,
});
