import { CaseFiled } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Files the case (立案): proposed by its officer, looked at by legal review where it is economic or disputed, approved. */
export const fileCase = defineCaseMove({
  event: CaseFiled,
  path: 'file',
  words: { zh: '立案', en: 'file the case' },
  from: ['REVIEWING'],
  to: 'FILED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['criminal', 'economic'],
  proposedAs: 'file',
  needsBasis: true,
  files: true,
});
