import { OF_UNIT, type Role } from '#contracts';

/** Who waits for alarms: the desk. */
const DESK: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief'];

/**
 * Whether somebody waits for alarms, at the desk or in a unit: looking on is the work there, and a page that signs itself out would
 * miss the next alarm. A machine waits for nobody either.
 */
export const isOnWatch = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'machine' || DESK.includes(role) || OF_UNIT.includes(role));
