import { CaseReviewStarted } from '#contracts';
import { review } from '../../case/moves/review.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The review began: 立案审查 of a criminal case, 受案审查 of an administrative one. */
export const caseReviewStarted = defineFileEvent({
  event: CaseReviewStarted,
  apply: (file, { occurredAt }) => moveCase(file, review.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ kind }) => text(kind === 'administrative' ? '受案审查' : '立案审查', 'Filing review started'),
  seenBy: POLICE,
});
