import { CaseNotFiled } from '#contracts';
import { requireFilingAuthority } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Decides not to file the case (不予立案). */
export const refuseToFile = defineCaseMove({
  event: CaseNotFiled,
  path: 'not-file',
  words: { zh: '不予立案', en: 'refuse to file' },
  from: ['REVIEWING'],
  to: 'NOT_FILED',
  roles: ['case_officer', 'approver', 'legal_reviewer'],
  require: requireFilingAuthority,
  needsBasis: true,
  files: false,
});
