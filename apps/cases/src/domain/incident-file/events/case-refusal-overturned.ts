import { CaseRefusalOverturned } from '#contracts';
import { overturn } from '../../case/moves/overturn.js';
import { moveCase } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';
import type { IncidentFile } from '../incident-file.js';

/** What was closed as something else while the case was refused is a case again. */
const asCase = (file: IncidentFile): IncidentFile => {
  const outcome = 'CASE_REGISTERED';
  return file.closed ? { ...file, outcome, closed: { ...file.closed, outcome } } : file;
};

/** The refusal to file was withdrawn. */
export const caseRefusalOverturned = defineFileEvent({
  event: CaseRefusalOverturned,
  apply: (file, { occurredAt }) => asCase(moveCase(file, overturn.to, occurredAt)),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: () => text('撤销不予立案决定，重新审查', 'Refusal to file withdrawn; reviewed again'),
  seenBy: POLICE,
});
