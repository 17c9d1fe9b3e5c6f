import type { CaseMove, CaseMoveClass } from '../case-move.js';
import { accept } from './accept.js';
import { askReconsideration } from './ask-reconsideration.js';
import { conclude } from './conclude.js';
import { extend } from './extend.js';
import { fileCase } from './file.js';
import { investigate } from './investigate.js';
import { mediate } from './mediate.js';
import { mediationFailed } from './mediation-failed.js';
import { refuseToFile } from './not-file.js';
import { overturn } from './overturn.js';
import { punish } from './punish.js';
import { review } from './review.js';
import { solve } from './solve.js';
import { terminate } from './terminate.js';
import { upgrade } from './upgrade.js';
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
  'case.upgraded.v1': upgrade,
  'case.penalty-decided.v1': punish,
  'case.mediated.v1': mediate,
  'case.mediation-failed.v1': mediationFailed,
  'case.terminated.v1': terminate,
  'case.concluded.v1': conclude,
  'case.deadline-extended.v1': extend,
  'case.reconsideration-asked.v1': askReconsideration,
  'case.refusal-upheld.v1': uphold,
  'case.refusal-overturned.v1': overturn,
  'case.investigation-started.v1': investigate,
  'case.solved.v1': solve,
} satisfies { [Class in CaseMoveClass as Class['type']]: CaseMove<Class> };

/** The same as a list. */
export const CASE_MOVE_LIST: readonly CaseMove[] = Object.values(CASE_MOVES);
