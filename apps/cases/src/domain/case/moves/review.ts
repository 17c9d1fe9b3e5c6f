import { CASE_KINDS, CaseReviewStarted } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Starts the filing review (立案审查, of administrative cases 受案审查). */
export const review = defineCaseMove({
  event: CaseReviewStarted,
  path: 'review',
  words: { zh: '开始审查', en: 'start the review' },
  from: ['REGISTERED'],
  to: 'REVIEWING',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: CASE_KINDS,
  proposedAs: null,
  needsBasis: false,
  files: false,
});
