import { CaseNotFiled } from '#contracts';
import { refuseToFile } from '../../case/moves/not-file.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The case was not filed (不予立案). */
export const caseNotFiled = defineFileEvent({
  event: CaseNotFiled,
  apply: (file, { occurredAt }) => moveCase(file, refuseToFile.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('不予立案', 'Case not filed'),
  seenBy: POLICE,
});
