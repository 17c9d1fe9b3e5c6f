import type { SuspectCaught } from '#contracts';
import { earliest } from './file-event.js';
import type { FiledCase, FiledSuspect, IncidentFile } from './incident-file.js';

/** The file with its case changed; a file without a case stays as it is. */
export const changeCase = (file: IncidentFile, edit: (filed: FiledCase) => FiledCase): IncidentFile =>
  file.case ? { ...file, case: edit(file.case) } : file;

/** The file with what is known of one suspect now. */
export const changeSuspect = (
  file: IncidentFile,
  { suspect: number, state, occurredAt }: Pick<SuspectCaught, 'suspect' | 'state' | 'occurredAt'>,
): IncidentFile =>
  changeCase(file, (filed) => {
    const known = filed.suspects.find((one) => one.number === number);
    const others = filed.suspects.filter((one) => one.number !== number);
    const caughtAt = state === 'caught' ? earliest(known?.caughtAt, occurredAt) : known?.caughtAt;
    const after: FiledSuspect = { number, state, ...(caughtAt !== undefined && { caughtAt }) };
    return { ...filed, suspects: [...others, after].sort((a, b) => a.number - b.number) };
  });
