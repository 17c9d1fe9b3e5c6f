import { CaseRefusalUpheld } from '#contracts';
import { requireLegalReviewer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** On reconsideration the case stays not filed (维持); legal review proposes it. */
export const uphold = defineCaseMove({
  event: CaseRefusalUpheld,
  path: 'uphold',
  words: { zh: '维持不予立案', en: 'uphold the refusal to file' },
  from: ['RECONSIDERING'],
  to: 'NOT_FILED',
  roles: ['legal_reviewer'],
  require: requireLegalReviewer,
  kinds: ['criminal', 'economic'],
  proposedAs: 'uphold',
  needsBasis: true,
  files: false,
});
