import { CaseFiled } from '#contracts';
import { requireFilingAuthority } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Files the case (立案); an economic one is filed by a legal reviewer. */
export const fileCase = defineCaseMove({
  event: CaseFiled,
  path: 'file',
  words: { zh: '立案', en: 'file the case' },
  from: ['REVIEWING'],
  to: 'FILED',
  roles: ['case_officer', 'approver', 'legal_reviewer'],
  require: requireFilingAuthority,
  needsBasis: false,
  files: true,
});
