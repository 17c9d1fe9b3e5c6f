import { CaseSolved } from '#contracts';
import { solve } from '../../case/moves/solve.js';
import { changeCase } from '../case-change.js';
import { defineFileEvent, earliest, POLICE, text } from '../file-event.js';

/** The case is solved (破案). */
export const caseSolved = defineFileEvent({
  event: CaseSolved,
  apply: (file, { occurredAt }) =>
    changeCase(file, (filed) => ({ ...filed, state: solve.to, solvedAt: earliest(filed.solvedAt, occurredAt) })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('破案', 'Case solved'),
  seenBy: POLICE,
});
