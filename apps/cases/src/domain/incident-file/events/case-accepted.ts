import { CaseAccepted } from '#contracts';
import { accept } from '../../case/moves/accept.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The administrative case was accepted (受案). */
export const caseAccepted = defineFileEvent({
  event: CaseAccepted,
  apply: (file, { occurredAt }) => moveCase(file, accept.to, occurredAt, () => ({ acceptedAt: occurredAt })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('受案', 'Case accepted'),
  seenBy: POLICE,
});
