import type { Role } from '../../kit/session/session';
import type { CaseAct } from './order';
import type { IncidentFile } from './queries';

const ENDED: readonly string[] = ['CLOSED', 'CANCELLED', 'DIVERTED', 'TRANSFERRED', 'MERGED'];
const GONE: readonly string[] = ['DECLINED', 'REASSIGNED', 'RECALLED'];

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
  const parts = file.assignments.filter(({ unit, state }) => unit.id === unitId && !GONE.includes(state));
  if (parts.length === 0) return [];
  const leads = file.leadUnit?.id === unitId;
  if (file.case) return leads ? ['case', 'ledger'] : ['ledger'];
  return leads && !ENDED.includes(file.state) ? ['open-case'] : [];
}
