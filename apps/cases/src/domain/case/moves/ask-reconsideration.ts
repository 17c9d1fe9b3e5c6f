import { CaseReconsiderationAsked } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** The enterprise asks to reconsider that its case was not filed (复议), and once more the level above (复核). */
export const askReconsideration = defineCaseMove({
  event: CaseReconsiderationAsked,
  path: 'ask-reconsideration',
  words: { zh: '登记复议复核申请', en: 'enter a request to reconsider' },
  from: ['NOT_FILED'],
  to: 'RECONSIDERING',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['criminal', 'economic'],
  proposedAs: null,
  needsBasis: true,
  files: false,
});
