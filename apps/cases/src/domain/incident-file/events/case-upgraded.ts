import { CaseUpgraded } from '#contracts';
import { upgrade } from '../../case/moves/upgrade.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** What was accepted as an administrative case is filed as a criminal one (转刑事立案). */
export const caseUpgraded = defineFileEvent({
  event: CaseUpgraded,
  apply: (file, { occurredAt }) =>
    moveCase(file, upgrade.to, occurredAt, () => ({ kind: 'criminal', filedAt: occurredAt })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('转刑事立案', 'Filed as a criminal case'),
  seenBy: POLICE,
});
