import { CaseReviewStarted } from '#contracts';
import { requireLeadUnit } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Starts the filing review (受案审查). */
export const review = defineCaseMove({
  event: CaseReviewStarted,
  path: 'review',
  words: { zh: '开始审查', en: 'start the review' },
  from: ['REGISTERED'],
  to: 'REVIEWING',
  roles: ['case_officer', 'approver'],
  require: requireLeadUnit,
  needsBasis: false,
  files: false,
});
