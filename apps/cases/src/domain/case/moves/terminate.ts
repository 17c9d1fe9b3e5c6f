import { CaseTerminated } from '#contracts';
import { requireLeadOfficer } from '../../incident-file/authority.js';
import { defineCaseMove } from '../case-move.js';

/** Terminates the investigation of an administrative case (终止调查), approved by a leader (公安机关办理行政案件程序规定). */
export const terminate = defineCaseMove({
  event: CaseTerminated,
  path: 'terminate',
  words: { zh: '终止调查', en: 'terminate the investigation' },
  from: ['ADMIN_ACCEPTED'],
  to: 'TERMINATED',
  roles: ['case_officer'],
  require: requireLeadOfficer,
  kinds: ['administrative'],
  proposedAs: 'terminate',
  needsBasis: true,
  files: false,
});
