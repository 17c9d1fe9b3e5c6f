import { CaseRegistered } from '#contracts';
import { clockIn } from '../../law-clocks/index.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A case was opened for the incident. */
export const caseRegistered = defineFileEvent({
  event: CaseRegistered,
  apply: (file, { caseId, number, kind, registeredAt }) => ({
    ...file,
    case: {
      caseId,
      number,
      kind,
      state: 'REGISTERED',
      registeredAt,
      clock: clockIn(kind, 'REGISTERED', registeredAt),
      suspects: [],
    },
  }),
  at: ({ registeredAt }) => registeredAt,
  by: ({ by }) => by,
  text: ({ number }) => text(`受案登记 ${number}`, `Case ${number} registered`),
  seenBy: POLICE,
});
