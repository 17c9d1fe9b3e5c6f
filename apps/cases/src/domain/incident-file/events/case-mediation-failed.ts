import { CaseMediationFailed } from '#contracts';
import { mediationFailed } from '../../case/moves/mediation-failed.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** What the parties agreed on was not done; the administrative case goes on. */
export const caseMediationFailed = defineFileEvent({
  event: CaseMediationFailed,
  apply: (file, { occurredAt }) => moveCase(file, mediationFailed.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('调解协议未履行，继续办理', 'Agreement not kept; the case goes on'),
  seenBy: POLICE,
});
