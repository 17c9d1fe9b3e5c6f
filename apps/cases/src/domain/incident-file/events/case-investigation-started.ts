import { CaseInvestigationStarted } from '#contracts';
import { investigate } from '../../case/moves/investigate.js';
import { changeCase } from '../case-change.js';
import { defineFileEvent, earliest, POLICE, text } from '../file-event.js';

/** The investigation began (侦查). */
export const caseInvestigationStarted = defineFileEvent({
  event: CaseInvestigationStarted,
  apply: (file, { occurredAt }) =>
    changeCase(file, (filed) => ({
      ...filed,
      state: investigate.to,
      investigationStartedAt: earliest(filed.investigationStartedAt, occurredAt),
    })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('侦查开始', 'Investigation started'),
  seenBy: POLICE,
});
