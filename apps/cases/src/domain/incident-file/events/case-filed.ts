import { CaseFiled } from '#contracts';
import { fileCase } from '../../case/moves/file.js';
import { changeCase } from '../case-change.js';
import { defineFileEvent, earliest, POLICE, text } from '../file-event.js';

/** The case was filed (立案). */
export const caseFiled = defineFileEvent({
  event: CaseFiled,
  apply: (file, { occurredAt }) =>
    changeCase(file, (filed) => ({ ...filed, state: fileCase.to, filedAt: earliest(filed.filedAt, occurredAt) })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('立案', 'Case filed'),
  seenBy: POLICE,
});
