import { FOLLOWERS, rolesFor } from '../../../../libs/contracts/src/authority/acts.js';
import { ADMINISTRATORS, OF_UNIT } from '../../../../libs/contracts/src/authority/relations.js';
import type { Role } from './session';

const DESK: readonly Role[] = [
  'call_taker',
  'dispatcher',
  'duty_chief',
  'approver',
  'supervisor',
  'analyst',
  'property_custodian',
];

/** The page of the first role that has one; undefined for accounts without any, such as machines. */
export function homeOf(roles: readonly Role[]): string | undefined {
  if (roles.some((role) => DESK.includes(role))) return '/console/';
  if (roles.some((role) => OF_UNIT.includes(role))) return '/unit/';
  if (roles.includes('legal_reviewer')) return '/console/';
  if (roles.includes('enterprise_contact')) return '/portal/';
  if (roles.some((role) => ADMINISTRATORS.includes(role))) return '/admin/';
  return undefined;
}

/** Whether there is a live feed for somebody; who has none is refused. */
export const hasFeed = (roles: readonly Role[]): boolean => roles.some((role) => FOLLOWERS.includes(role));

const OF_INCIDENTS = rolesFor('feed.follow');

/** Whether the feed tells somebody of incidents; who judges proposals hears of these only. */
export const hearsOfIncidents = (roles: readonly Role[]): boolean => roles.some((role) => OF_INCIDENTS.includes(role));

/** Where to go after signing in: where the person came from, if that is a page of ours that the roles may use. */
export function landingOf(roles: readonly Role[], wanted: string | null): string | undefined {
  const home = homeOf(roles);
  if (home !== undefined && wanted?.startsWith(home)) return wanted;
  return home;
}
