import { stands } from '../../../../libs/contracts/src/authority/relations.js';
import type { Role } from '../../kit/session/session';
import type { CaseAct } from './order';
import type { IncidentFile } from './queries';

const ENDED: readonly string[] = ['CLOSED', 'CANCELLED', 'DIVERTED', 'TRANSFERRED', 'MERGED'];

/** Who is at the phone. */
interface Holder {
  readonly roles?: readonly Role[];
  readonly unitId?: string;
}

/**
 * What may be done about the case of a file by who holds the phone: a case officer of the unit that leads brings it forward,
 * one of a unit that was sent keeps its ledger. The server judges again.
 */
export function caseActsOf(file: IncidentFile | undefined, { roles = [], unitId }: Holder): CaseAct[] {
  if (!file || !roles.includes('case_officer')) return [];
  if (!file.assignments.some((one) => one.unit.id === unitId && stands(one))) return [];
  const leads = file.leadUnit?.id === unitId;
  if (file.case) return leads ? ['case', 'ledger'] : ['ledger'];
  return leads && !ENDED.includes(file.state) ? ['open-case'] : [];
}
