import { CaseRefusalUpheld } from '#contracts';
import { uphold } from '../../case/moves/uphold.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The case stays not filed (维持). */
export const caseRefusalUpheld = defineFileEvent({
  event: CaseRefusalUpheld,
  apply: (file, { occurredAt }) => moveCase(file, uphold.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('维持不予立案', 'Refusal to file upheld'),
  seenBy: POLICE,
});
