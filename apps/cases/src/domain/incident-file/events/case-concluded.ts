import { CaseConcluded } from '#contracts';
import { conclude } from '../../case/moves/conclude.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** An administrative case that was decided, mediated or terminated is concluded (结案). */
export const caseConcluded = defineFileEvent({
  event: CaseConcluded,
  apply: (file, { occurredAt }) => moveCase(file, conclude.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('结案', 'Case concluded'),
  seenBy: POLICE,
});
