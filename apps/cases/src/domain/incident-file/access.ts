import {
  CENTRE,
  OF_UNIT,
  OVERSIGHT,
  seesAccounts,
  sightOf as sightIn,
  type Person,
  type Role,
  type Sight,
  type Standing,
  type UnitPart,
} from '#contracts';
import type { IncidentFile } from './incident-file.js';

/** Who asks, as far as the rules of access need to know. */
export interface Reader extends Person {
  account: string;
}

/** What the matrix of authority must know of a file. */
type Named = Pick<IncidentFile, 'restricted' | 'safeContact' | 'enterprise' | 'assignments' | 'dispatch' | 'case'> &
  Pick<IncidentFile, 'reports'>;

/** Which files a list may contain; `economicCases` adds those whose case a legal reviewer must look at. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'unit'; unitId?: string; economicCases: boolean }
  | { kind: 'enterprise'; enterpriseId: string; account: string }
  | { kind: 'reporter'; accountId: string }
  | { kind: 'none' };

const holds = (reader: Reader, roles: readonly Role[]): boolean => roles.some((role) => reader.roles.includes(role));

/** The parts of units in an incident, those that ended included. */
export function partsOf({ assignments, dispatch }: Pick<IncidentFile, 'assignments' | 'dispatch'>): UnitPart[] {
  const sent = assignments.map(({ unit, role, state, decline }) => ({
    unitId: unit.id,
    discipline: unit.discipline,
    role,
    state,
    conflict: state === 'DECLINED' && decline?.reason === 'conflict_of_interest',
  }));
  const informed = (dispatch?.informed ?? []).flatMap(({ unit }) =>
    unit ? [{ unitId: unit.id, discipline: unit.discipline, role: 'informed' as const }] : [],
  );
  return [...sent, ...informed];
}

/** How a file stands to whoever asks. */
export function standingOf(reader: Reader, file: Named): Standing {
  const { restricted, safeContact, enterprise, reports } = file;
  return {
    restricted,
    ...(safeContact?.account?.toLowerCase() === reader.account.toLowerCase() && { safeContactId: reader.accountId }),
    ...(enterprise?.id !== undefined && { enterpriseId: enterprise.id }),
    units: partsOf(file),
    filedBy: reports.flatMap(({ reporter }) => reporter.accountId ?? []),
    economicCase: forLegal(file),
  };
}

/** What a reader sees of a file; undefined: for this reader it does not exist. */
export const sightOf = (reader: Reader, file: Named): Sight | undefined => sightIn(reader, standingOf(reader, file));

/** Whether a reader needs the bank accounts of a file whole. */
export const accountsFor = (reader: Reader, file: Named): boolean => seesAccounts(reader, standingOf(reader, file));

/** Which files a reader's list may contain: at least those that {@link sightOf} shows, by what an index knows. */
export function scopeOf(reader: Reader): Scope {
  if (holds(reader, [...CENTRE, ...OVERSIGHT])) return { kind: 'all' };
  if (holds(reader, [...OF_UNIT, 'legal_reviewer'])) {
    const economicCases = holds(reader, ['legal_reviewer']);
    return holds(reader, OF_UNIT)
      ? { kind: 'unit', unitId: reader.unitId, economicCases }
      : { kind: 'unit', economicCases };
  }
  if (holds(reader, ['enterprise_contact']) && reader.enterpriseId !== undefined) {
    return { kind: 'enterprise', enterpriseId: reader.enterpriseId, account: reader.account.toLowerCase() };
  }
  return holds(reader, ['machine']) ? { kind: 'reporter', accountId: reader.accountId } : { kind: 'none' };
}

/** Legal review sees economic cases, whatever was to be reviewed of others, and what is reconsidered. */
function forLegal({ case: filed }: Named): boolean {
  return (
    filed !== undefined &&
    (filed.kind === 'economic' ||
      filed.state === 'RECONSIDERING' ||
      (filed.proposals ?? []).some(({ needsLegal, act }) => needsLegal || act === 'uphold' || act === 'overturn'))
  );
}
