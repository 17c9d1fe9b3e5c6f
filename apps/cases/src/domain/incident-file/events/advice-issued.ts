import { AdviceIssued } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Prevention advice to the enterprise. */
export const adviceIssued = defineFileEvent({
  event: AdviceIssued,
  apply: (file, { adviceId, categories, text: words, answerBy, issuedAt, by }) => ({
    ...file,
    advice: [
      ...file.advice,
      { adviceId, categories, text: words, issuedAt, by, ...(answerBy !== undefined && { answerBy }) },
    ],
  }),
  at: ({ issuedAt }) => issuedAt,
  by: ({ by }) => by,
  text: () => text('发出防范建议', 'Prevention advice issued'),
  seenBy: POLICE,
});
