import { CASE_KINDS, CaseNotFiled } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Decides not to file the case (不予立案), or not to accept it (不予处理); proposed and approved like a filing. */
export const refuseToFile = defineCaseMove({
  event: CaseNotFiled,
  path: 'not-file',
  words: { zh: '不予立案', en: 'refuse to file' },
  from: ['REVIEWING'],
  to: 'NOT_FILED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: CASE_KINDS,
  proposedAs: 'not_file',
  needsBasis: true,
  files: false,
});
