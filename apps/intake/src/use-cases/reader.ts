import { hasRole, type Caller } from '#platform';
import type { Role } from '#contracts';

/** Roles that take and dispatch reports. */
export const OPERATORS: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief'];

/** Roles that may see every incident and directory entry: operators and those who answer for their work. */
export const OVERSEERS: readonly Role[] = [
  ...OPERATORS,
  'approver',
  'supervisor',
  'analyst',
  'eso_clerk',
  'follow_up_agent',
];

/** Roles that may have to call whoever reported; leaders and analysts need no telephone number. */
export const CALL_BACK: readonly Role[] = [...OPERATORS, 'approver', 'follow_up_agent'];

/** Roles that keep the enterprise directory. */
export const DIRECTORY_KEEPERS: readonly Role[] = [...OPERATORS, 'eso_clerk', 'liaison'];

/** Whether the caller sees everything; all others see only what they filed themselves. */
export const seesAll = (caller: Caller): boolean => hasRole(caller, ...OVERSEERS);
