import { CaseTerminated } from '#contracts';
import { terminate } from '../../case/moves/terminate.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The investigation of an administrative case was terminated (终止调查). */
export const caseTerminated = defineFileEvent({
  event: CaseTerminated,
  apply: (file, { occurredAt }) => moveCase(file, terminate.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('终止调查', 'Investigation terminated'),
  seenBy: POLICE,
});
