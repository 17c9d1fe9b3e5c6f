import { CaseDeadlineExtended, CASE_KINDS } from '#contracts';
import { requireLeadOfficer, requireLegalReviewer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Extends the limit that runs, as far as the law knows of an extension; proposed by who has to act, approved by a leader. */
export const extend = defineCaseMove({
  event: CaseDeadlineExtended,
  path: 'extend',
  words: { zh: '延长期限', en: 'extend the limit' },
  from: ['REVIEWING', 'ADMIN_ACCEPTED', 'RECONSIDERING'],
  to: null,
  roles: ['case_officer', 'legal_reviewer'],
  require: (reader, file) =>
    (file.case?.state === 'RECONSIDERING' ? requireLegalReviewer : requireLeadOfficer)(reader, file),
  kinds: CASE_KINDS,
  proposedAs: 'extend',
  needsBasis: true,
  files: false,
});
