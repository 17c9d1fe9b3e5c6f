import type { CaseState, SuspectCaught } from '#contracts';
import { clockIn } from '../law-clocks/index.js';
import { earliest } from './file-event.js';
import type { FiledCase, FiledSuspect } from './filed-case.js';
import type { IncidentFile } from './incident-file.js';

/** The file with its case changed; a file without a case stays as it is. */
export const changeCase = (file: IncidentFile, edit: (filed: FiledCase) => FiledCase): IncidentFile =>
  file.case ? { ...file, case: edit(file.case) } : file;

/**
 * The file with its case in another state, and the clock that runs there. A review goes on with the clock of the
 * registration; after a refusal was withdrawn it begins anew.
 */
export const moveCase = (
  file: IncidentFile,
  state: CaseState,
  at: string,
  more: (filed: FiledCase) => Partial<FiledCase> = () => ({}),
): IncidentFile =>
  changeCase(file, ({ clock: before, ...filed }) => {
    const goesOn = state === 'REVIEWING' && filed.state === 'REGISTERED';
    const clock = goesOn ? before : clockIn(filed.kind, state, at);
    return { ...filed, state, ...(clock && { clock }), ...more(filed) };
  });

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
