import { CaseMediated } from '#contracts';
import { mediate } from '../../case/moves/mediate.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The parties of an administrative case agreed before the police (治安调解). */
export const caseMediated = defineFileEvent({
  event: CaseMediated,
  apply: (file, { occurredAt }) => moveCase(file, mediate.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('治安调解达成协议', 'Settled by mediation'),
  seenBy: POLICE,
});
