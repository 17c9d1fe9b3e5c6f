import { involves, type IncidentFile } from './incident-file.js';

/** Who asks, as far as the rules of access need to know. */
export interface Reader {
  accountId: string;
  account: string;
  roles: readonly string[];
  unitId?: string;
  enterpriseId?: string;
}

/**
 * How much of a file somebody sees: everything, everything but the telephones of reporters, or the six steps of an
 * enterprise.
 */
export type Sight = 'full' | 'no-phone' | 'redacted';

/** Which files a list may contain; `economicCases` adds those whose case a legal reviewer must look at. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'unit'; unitId?: string; economicCases: boolean }
  | { kind: 'enterprise'; enterpriseId: string; account: string }
  | { kind: 'reporter'; accountId: string }
  | { kind: 'none' };

const CENTRE = ['call_taker', 'dispatcher', 'duty_chief', 'approver'];
const LEADERS = ['supervisor', 'analyst'];
const UNIT = ['officer', 'case_officer', 'unit_duty_leader'];

const holds = (reader: Reader, roles: readonly string[]): boolean => roles.some((role) => reader.roles.includes(role));

interface SightRule {
  readonly roles: readonly string[];
  readonly sight: (reader: Reader, file: IncidentFile) => Sight | undefined;
}

/** What each role sees; the first rule that shows anything counts. */
const SIGHTS: readonly SightRule[] = [
  { roles: CENTRE, sight: () => 'full' },
  { roles: LEADERS, sight: () => 'no-phone' },
  { roles: UNIT, sight: ({ unitId }, file) => (unitId !== undefined && involves(file, unitId) ? 'full' : undefined) },
  { roles: ['legal_reviewer'], sight: (_reader, file) => (file.case?.kind === 'economic' ? 'full' : undefined) },
  { roles: ['enterprise_contact'], sight: enterpriseSight },
  {
    roles: ['machine'],
    sight: (reader, file) => (!file.restricted && filed(reader, file) ? 'redacted' : undefined),
  },
];

/** What a reader sees of a file; undefined: for this reader it does not exist. */
export function sightOf(reader: Reader, file: IncidentFile): Sight | undefined {
  for (const { roles, sight } of SIGHTS) {
    const seen = holds(reader, roles) ? sight(reader, file) : undefined;
    if (seen) return seen;
  }
  return undefined;
}

/** Which files a reader's list may contain; the same rules as {@link sightOf}. */
export function scopeOf(reader: Reader): Scope {
  if (holds(reader, [...CENTRE, ...LEADERS])) return { kind: 'all' };
  if (holds(reader, [...UNIT, 'legal_reviewer'])) {
    const economicCases = holds(reader, ['legal_reviewer']);
    return holds(reader, UNIT)
      ? { kind: 'unit', unitId: reader.unitId, economicCases }
      : { kind: 'unit', economicCases };
  }
  if (holds(reader, ['enterprise_contact']) && reader.enterpriseId !== undefined) {
    return { kind: 'enterprise', enterpriseId: reader.enterpriseId, account: reader.account };
  }
  return holds(reader, ['machine']) ? { kind: 'reporter', accountId: reader.accountId } : { kind: 'none' };
}

/** Whether a reader is of the dispatch centre, which sees every file. */
export const ofCentre = (reader: Reader): boolean => holds(reader, CENTRE);

function enterpriseSight(reader: Reader, file: IncidentFile): Sight | undefined {
  if (reader.enterpriseId === undefined || file.enterprise?.id !== reader.enterpriseId) return undefined;
  return !file.restricted || file.safeContact?.account === reader.account ? 'redacted' : undefined;
}

function filed(reader: Reader, file: IncidentFile): boolean {
  return file.reports.some(({ reporter }) => reporter.accountId === reader.accountId);
}
