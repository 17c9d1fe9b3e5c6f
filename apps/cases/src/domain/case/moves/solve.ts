import { CaseSolved } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Declares the case solved (破案), with its basis. */
export const solve = defineCaseMove({
  event: CaseSolved,
  path: 'solve',
  words: { zh: '破案', en: 'declare the case solved' },
  from: ['INVESTIGATING'],
  to: 'SOLVED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['criminal', 'economic'],
  proposedAs: null,
  needsBasis: true,
  files: false,
});
