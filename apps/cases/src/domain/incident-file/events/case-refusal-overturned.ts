import { CaseRefusalOverturned } from '#contracts';
import { overturn } from '../../case/moves/overturn.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The refusal to file was withdrawn. */
export const caseRefusalOverturned = defineFileEvent({
  event: CaseRefusalOverturned,
  apply: (file, { occurredAt }) => moveCase(file, overturn.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('撤销不予立案决定，重新审查', 'Refusal to file withdrawn; reviewed again'),
  seenBy: POLICE,
});
