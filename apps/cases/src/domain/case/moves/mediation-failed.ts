import { CaseMediationFailed } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** What the parties agreed on was not done: the case goes on. */
export const mediationFailed = defineCaseMove({
  event: CaseMediationFailed,
  path: 'mediation-failed',
  words: { zh: '登记调解协议未履行', en: 'enter that the agreement was not kept' },
  from: ['MEDIATED'],
  to: 'ADMIN_ACCEPTED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: null,
  needsBasis: true,
  files: false,
});
