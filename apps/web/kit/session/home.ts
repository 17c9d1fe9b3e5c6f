import type { Caller, Role } from './session';

const DESK: readonly Role[] = [
  'call_taker',
  'dispatcher',
  'duty_chief',
  'approver',
  'supervisor',
  'analyst',
  'property_custodian',
];
const UNIT: readonly Role[] = ['officer', 'case_officer', 'unit_duty_leader', 'partner_user'];

const ADMIN: readonly Role[] = ['sys_admin', 'sec_admin', 'audit_admin'];

/** The page of the first role that has one; undefined for accounts without any, such as machines. */
export function homeOf(roles: readonly Role[]): string | undefined {
  if (roles.some((role) => DESK.includes(role))) return '/console/';
  if (roles.some((role) => UNIT.includes(role))) return '/unit/';
  if (roles.includes('legal_reviewer')) return '/console/';
  if (roles.includes('enterprise_contact')) return '/portal/';
  if (roles.some((role) => ADMIN.includes(role))) return '/admin/';
  return undefined;
}

const TOLD: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief', 'enterprise_contact'];

/** Whether there is a live feed for somebody: the desk, units and enterprises have one; the others are refused. */
export const hasFeed = ({ roles, unitId }: Pick<Caller, 'roles' | 'unitId'>): boolean =>
  unitId !== undefined || roles.some((role) => TOLD.includes(role));

/** Where to go after signing in: where the person came from, if that is a page of ours that the roles may use. */
export function landingOf(roles: readonly Role[], wanted: string | null): string | undefined {
  const home = homeOf(roles);
  if (home !== undefined && wanted?.startsWith(home)) return wanted;
  return home;
}
