import { CaseMediated } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** The parties agreed before the police (治安管理处罚法: 调解处理); the basis is the agreement. It is concluded once it was done. */
export const mediate = defineCaseMove({
  event: CaseMediated,
  path: 'mediate',
  words: { zh: '登记调解协议', en: 'enter what the parties agreed on' },
  from: ['ADMIN_ACCEPTED'],
  to: 'MEDIATED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: null,
  needsBasis: true,
  files: false,
});
