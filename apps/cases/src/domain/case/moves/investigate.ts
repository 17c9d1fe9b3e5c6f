import { CaseInvestigationStarted } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Starts the investigation (侦查). */
export const investigate = defineCaseMove({
  event: CaseInvestigationStarted,
  path: 'investigate',
  words: { zh: '开始侦查', en: 'start the investigation' },
  from: ['FILED'],
  to: 'INVESTIGATING',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['criminal', 'economic'],
  proposedAs: null,
  needsBasis: false,
  files: false,
});
