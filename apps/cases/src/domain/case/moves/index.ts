import type { CaseMove, CaseMoveClass } from '../case-move.js';
import { accept } from './accept.js';
import { askReconsideration } from './ask-reconsideration.js';
import { fileCase } from './file.js';
import { investigate } from './investigate.js';
import { refuseToFile } from './not-file.js';
import { overturn } from './overturn.js';
import { review } from './review.js';
import { solve } from './solve.js';
import { uphold } from './uphold.js';

/**
 * Every move of a case, in the order of its life. An event that moves a case and has no file beside this one and no line
 * here does not compile. Adding one: that file and that line; life cycle, route and rights follow.
 */
export const CASE_MOVES = {
  'case.review-started.v1': review,
  'case.filed.v1': fileCase,
  'case.not-filed.v1': refuseToFile,
  'case.accepted.v1': accept,
  'case.reconsideration-asked.v1': askReconsideration,
  'case.refusal-upheld.v1': uphold,
  'case.refusal-overturned.v1': overturn,
  'case.investigation-started.v1': investigate,
  'case.solved.v1': solve,
} satisfies { [Class in CaseMoveClass as Class['type']]: CaseMove<Class> };

/** The same as a list. */
export const CASE_MOVE_LIST: readonly CaseMove[] = Object.values(CASE_MOVES);
