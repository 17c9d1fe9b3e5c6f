import { CaseSolved } from '#contracts';
import { requireLeadUnit } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Declares the case solved (破案), with its basis. */
export const solve = defineCaseMove({
  event: CaseSolved,
  path: 'solve',
  words: { zh: '破案', en: 'declare the case solved' },
  from: ['INVESTIGATING'],
  to: 'SOLVED',
  roles: ['case_officer', 'approver'],
  require: requireLeadUnit,
  needsBasis: true,
  files: false,
});
