import type { Role } from './session';

const DESK: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief', 'approver', 'supervisor', 'analyst'];
const UNIT: readonly Role[] = ['officer', 'case_officer', 'unit_duty_leader'];

/** The page of the first role that has one; undefined for accounts without any, such as the administrators. */
export function homeOf(roles: readonly Role[]): string | undefined {
  if (roles.some((role) => DESK.includes(role))) return '/console/';
  if (roles.some((role) => UNIT.includes(role))) return '/unit/';
  if (roles.includes('enterprise_contact')) return '/portal/';
  return undefined;
}

/** Where to go after signing in: where the person came from, if that is a page of ours that the roles may use. */
export function landingOf(roles: readonly Role[], wanted: string | null): string | undefined {
  const home = homeOf(roles);
  if (home !== undefined && wanted?.startsWith(home)) return wanted;
  return home;
}
