import { CasePenaltyDecided } from '#contracts';
import { punish } from '../../case/moves/punish.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** An administrative decision was made about the case (行政处罚决定). */
export const casePenaltyDecided = defineFileEvent({
  event: CasePenaltyDecided,
  apply: (file, { occurredAt }) => moveCase(file, punish.to, occurredAt),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('作出行政处罚决定', 'Penalty decided'),
  seenBy: POLICE,
});
