import { CaseUpgraded } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Files as a criminal case what was accepted as an administrative one (转刑事立案): proposed and approved like every filing. */
export const upgrade = defineCaseMove({
  event: CaseUpgraded,
  path: 'upgrade',
  words: { zh: '转刑事立案', en: 'file it as a criminal case' },
  from: ['ADMIN_ACCEPTED'],
  to: 'FILED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: 'upgrade',
  needsBasis: true,
  files: true,
});
