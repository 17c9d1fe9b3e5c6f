import type { BilingualText, CaseState } from '#contracts';
import type { IncidentFile } from './incident-file.js';

/** A case in these states is not decided about: whether it is filed or accepted is open. */
export const UNDECIDED = new Set<CaseState>(['REGISTERED', 'REVIEWING', 'RECONSIDERING']);
/** A case in these states was filed or accepted, and goes on. */
export const INVESTIGATED = new Set<CaseState>(['FILED', 'ADMIN_ACCEPTED', 'INVESTIGATING', 'SOLVED', 'PROSECUTION']);

/** Whether there is a case, and it is in one of these states. */
export const caseIn = ({ case: filed }: IncidentFile, states: ReadonlySet<CaseState>): boolean =>
  filed !== undefined && states.has(filed.state);

/** Whether it was decided that no case is filed. */
export const notFiled = ({ case: filed }: IncidentFile): boolean => filed?.state === 'NOT_FILED';

/** Whether something of what was lost did not come back. */
export const stillMissing = ({ case: filed }: IncidentFile): boolean => (filed?.figures?.outstandingFen ?? 0) > 0;

/** What an enterprise reads of the step `investigating` once it is reached. */
export function investigatedText(filed: IncidentFile['case']): BilingualText {
  if (filed?.kind === 'administrative') {
    return filed.state === 'ADMIN_ACCEPTED'
      ? { zh: '案件已受案，正在调查。', en: 'The case was accepted and is being investigated.' }
      : { zh: '案件已受案，调查已结束。', en: 'The case was accepted, and its investigation has ended.' };
  }
  return { zh: '案件已立案，正在调查。', en: 'The case was filed and is being investigated.' };
}

/** The title of the step `solved`: a case is solved, an incident is closed. */
export function solvedTitle(solved: boolean, closed: boolean): BilingualText {
  if (solved) return { zh: '已破案', en: 'Solved' };
  return closed ? { zh: '已结警', en: 'Closed' } : { zh: '破案或结警', en: 'Solved or closed' };
}

/** What an enterprise reads of the step `solved` once it is reached. */
export function solvedText(file: IncidentFile): BilingualText {
  if (file.case?.solvedAt !== undefined) return { zh: '案件已破获。', en: 'The case is solved.' };
  return caseIn(file, INVESTIGATED) || caseIn(file, UNDECIDED)
    ? { zh: '现场处置已结束，案件继续办理。', en: 'The work on the scene is done; the case goes on.' }
    : { zh: '警情已处置完毕。', en: 'The incident was dealt with and closed.' };
}
