import { CasePenaltyDecided } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Decides about an administrative case (行政处罚决定); the officer proposes, a leader of the organ decides (行政处罚法 art. 57). */
export const punish = defineCaseMove({
  event: CasePenaltyDecided,
  path: 'punish',
  words: { zh: '作出行政处罚决定', en: 'decide the penalty' },
  from: ['ADMIN_ACCEPTED'],
  to: 'ADMIN_DECIDED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: 'punish',
  needsBasis: true,
  files: false,
});
