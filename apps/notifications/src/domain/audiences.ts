import type { Facts } from './facts.js';
import type { Known } from './known.js';

/** Everybody who runs the operations floor; told of every event. */
export const OPERATORS = 'operators';
/** Audience of nobody: a notice that nobody may read any more. */
export const NOBODY = 'nobody';

const unitAudience = (unitId: string): string => `unit:${unitId}`;
const enterpriseAudience = (enterpriseId: string): string => `enterprise:${enterpriseId}`;
const contactAudience = (account: string): string => `contact:${account}`;

/** What matters about a caller here. */
export interface Listener {
  readonly account: string;
  readonly roles: readonly string[];
  readonly unitId?: string;
  readonly enterpriseId?: string;
}

const OPERATOR_ROLES = ['call_taker', 'dispatcher', 'duty_chief'];

/** Whether somebody sits on the operations floor. */
export const isOperator = ({ roles }: Pick<Listener, 'roles'>): boolean =>
  roles.some((role) => OPERATOR_ROLES.includes(role));

/** Audiences of an enterprise's contact: the enterprise, and what is meant for this person only. */
export function contactAudiences({ roles, account, enterpriseId }: Listener): string[] {
  if (!roles.includes('enterprise_contact')) return [];
  return [...(enterpriseId === undefined ? [] : [enterpriseAudience(enterpriseId)]), contactAudience(account)];
}

/** Which feeds somebody may follow; empty for those who have none. Operators are told all that units are told. */
export function audiencesOf(listener: Listener): string[] {
  if (isOperator(listener)) return [OPERATORS];
  if (listener.unitId !== undefined) return [unitAudience(listener.unitId)];
  return contactAudiences(listener);
}

/** Police who are told of an event: operators, every unit in the incident before or after it, units informed by it. */
export function policeAudiences(before: Known | undefined, after: Known | undefined, facts: Facts): string[] {
  const units = new Set([...(before?.units ?? []), ...(after?.units ?? []), ...(facts.informed ?? [])]);
  return [OPERATORS, ...[...units].sort().map(unitAudience)];
}

/** Who stands for the enterprise: all its contacts, or the safe contact alone once disclosure is restricted. */
export function enterpriseSide({ restricted, safeAccount, enterpriseId }: Known): string | undefined {
  if (restricted) return safeAccount === undefined ? undefined : contactAudience(safeAccount);
  return enterpriseId === undefined ? undefined : enterpriseAudience(enterpriseId);
}
