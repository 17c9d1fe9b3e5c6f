import { isPartner, type AssignmentRole, type AssignmentState, type Discipline, type Role } from '../vocabulary.js';

/**
 * How somebody stands to one incident. `centre` runs the operations floor, `oversight` judges its work, `aftercare` looks after
 * enterprises; `legal` reviews its economic case; `lead`, `assist`, `informed` and `partner` are units with a standing part;
 * `released` had a part and lost it, `barred` lost it for a conflict of interest; `filer` filed a report of it with no
 * enterprise behind (a machine); `contact` is of its enterprise, `safe_contact` the one whom police confirmed.
 */
export const RELATIONS = [
  'centre', 'oversight', 'aftercare', 'legal', 'lead', 'assist', 'informed', 'partner', 'released', 'barred', 'filer',
  'safe_contact', 'contact',
] as const; // prettier-ignore
export type Relation = (typeof RELATIONS)[number];

/** Roles that make a relation of themselves, whatever the incident. */
export const CENTRE: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief', 'approver'];
export const OVERSIGHT: readonly Role[] = ['supervisor', 'analyst'];
export const AFTERCARE: readonly Role[] = ['eso_clerk', 'follow_up_agent'];
/** Roles that act for a unit of police, and all that act for a unit. */
const POLICE: readonly Role[] = ['officer', 'case_officer', 'unit_duty_leader'];
export const OF_UNIT: readonly Role[] = [...POLICE, 'partner_user'];
/** The three administrators (三员), who see no incident. */
export const ADMINISTRATORS: readonly Role[] = ['sys_admin', 'sec_admin', 'audit_admin'];

/** Who asks, as far as authority needs to know. */
export interface Person {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
  readonly enterpriseId?: string;
}

/** A unit's part in an incident. */
export interface UnitPart {
  readonly unitId: string;
  readonly discipline: Discipline;
  /** `informed`: told and not sent. */
  readonly role: AssignmentRole | 'informed';
  /** Where its assignment stands; an informed unit has none. */
  readonly state?: AssignmentState;
  /** It was released for a conflict of interest. */
  readonly conflict?: boolean;
}

/** What a service holds of an incident to tell who stands how to it. */
export interface Standing {
  readonly restricted: boolean;
  /** Account id of the contact whom police confirmed; a proposal is nobody's authority. */
  readonly safeContactId?: string;
  readonly enterpriseId?: string;
  readonly units: readonly UnitPart[];
  /** Accounts that filed a report of it. */
  readonly filedBy: readonly string[];
  /** Its case is one that a legal reviewer looks at: economic, disputed, or reconsidered. */
  readonly economicCase: boolean;
}

const GONE: ReadonlySet<AssignmentState | undefined> = new Set(['DECLINED', 'REASSIGNED', 'RECALLED']);

/** Whether a part of an incident lasts: it was not declined, reassigned or recalled. */
export const stands = ({ state }: Pick<UnitPart, 'state'>): boolean => !GONE.has(state);

/** The relations of somebody to an incident; empty for whom it does not exist. */
export function relationsOf(person: Person, incident: Standing): Relation[] {
  const holds = (roles: readonly Role[]): boolean => roles.some((role) => person.roles.includes(role));
  return [
    ...(holds(CENTRE) ? (['centre'] as const) : []),
    ...(holds(OVERSIGHT) ? (['oversight'] as const) : []),
    ...(holds(AFTERCARE) ? (['aftercare'] as const) : []),
    ...(holds(['legal_reviewer']) && incident.economicCase ? (['legal'] as const) : []),
    ...ofUnit(person, incident.units).filter((relation) => holds(relation === 'partner' ? OF_UNIT : POLICE)),
    ...(holds(['machine']) && incident.filedBy.includes(person.accountId) ? (['filer'] as const) : []),
    ...(holds(['enterprise_contact']) ? ofEnterprise(person, incident) : []),
  ];
}

/**
 * One unit has one relation: what stands goes before what ended, and a conflict of interest before everything. What a partner
 * is released from it has no further part in: it kept nothing.
 */
function ofUnit({ unitId }: Person, units: readonly UnitPart[]): Relation[] {
  const parts = units.filter((part) => part.unitId === unitId);
  if (parts.some(({ conflict }) => conflict)) return ['barred'];
  const standing = parts.filter(stands);
  if (standing.length === 0) return parts.length > 0 ? ['released'] : [];
  if (standing.some(({ discipline }) => isPartner(discipline))) return ['partner'];
  const sent = standing.filter(({ role }) => role !== 'informed');
  if (sent.length === 0) return ['informed'];
  return [sent.some(({ role }) => role === 'lead') ? 'lead' : 'assist'];
}

function ofEnterprise({ accountId, enterpriseId }: Person, incident: Standing): Relation[] {
  if (enterpriseId === undefined || incident.enterpriseId !== enterpriseId) return [];
  return incident.restricted && incident.safeContactId === accountId ? ['safe_contact'] : ['contact'];
}
