import { CaseConcluded } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Concludes an administrative case (结案): what was decided or agreed on was done, and nothing is under control any more. */
export const conclude = defineCaseMove({
  event: CaseConcluded,
  path: 'conclude',
  words: { zh: '结案', en: 'conclude the case' },
  from: ['ADMIN_DECIDED', 'MEDIATED', 'TERMINATED'],
  to: 'CONCLUDED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: 'conclude',
  needsBasis: true,
  files: false,
});
