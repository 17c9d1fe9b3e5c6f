import { CaseReconsiderationAsked } from '#contracts';
import { askReconsideration } from '../../case/moves/ask-reconsideration.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The enterprise asked to reconsider (复议、复核). */
export const caseReconsiderationAsked = defineFileEvent({
  event: CaseReconsiderationAsked,
  apply: (file, { occurredAt }) => moveCase(file, askReconsideration.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('申请复议复核', 'Reconsideration asked for'),
  seenBy: POLICE,
});
