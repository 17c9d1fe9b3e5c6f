import { CaseFiled } from '#contracts';
import { fileCase } from '../../case/moves/file.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, earliest, POLICE, text } from '../file-event.js';

/** The case was filed (立案). */
export const caseFiled = defineFileEvent({
  event: CaseFiled,
  apply: (file, { occurredAt }) =>
    moveCase(file, fileCase.to, occurredAt, ({ filedAt }) => ({ filedAt: earliest(filedAt, occurredAt) })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('立案', 'Case filed'),
  seenBy: POLICE,
});
