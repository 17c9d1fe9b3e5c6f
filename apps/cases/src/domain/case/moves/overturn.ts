import { CaseRefusalOverturned } from '#contracts';
import { requireLegalReviewer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** On reconsideration the refusal is withdrawn (撤销不予立案决定); the case is reviewed again. */
export const overturn = defineCaseMove({
  event: CaseRefusalOverturned,
  path: 'overturn',
  words: { zh: '撤销不予立案决定', en: 'withdraw the refusal to file' },
  from: ['RECONSIDERING'],
  to: 'REVIEWING',
  roles: ['legal_reviewer'],
  require: requireLegalReviewer,
  kinds: ['criminal', 'economic'],
  proposedAs: 'overturn',
  needsBasis: true,
  files: false,
});
