import { CaseDeadlineExtended } from '#contracts';
import { extendedClock } from '../../law-clocks/index.js';
import { changeCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The limit was extended. */
export const caseDeadlineExtended = defineFileEvent({
  event: CaseDeadlineExtended,
  apply: (file) =>
    changeCase(file, (filed) => ({ ...filed, clock: extendedClock(filed.kind, filed.clock) ?? filed.clock })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('期限经批准延长', 'Limit extended on approval'),
  seenBy: POLICE,
});
