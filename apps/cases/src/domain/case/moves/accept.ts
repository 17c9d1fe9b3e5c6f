import { CaseAccepted } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Accepts an administrative case (受案); it is never filed. */
export const accept = defineCaseMove({
  event: CaseAccepted,
  path: 'accept',
  words: { zh: '受案', en: 'accept the case' },
  from: ['REVIEWING'],
  to: 'ADMIN_ACCEPTED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: null,
  needsBasis: false,
  files: false,
});
