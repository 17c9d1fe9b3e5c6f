import { ACTS, CENTRE, isPartner, PROPOSAL_WAITS, rolesFor, stands, type Person, type Role } from '#contracts';
import type { Facts } from './facts.js';
import type { Known, KnownPart } from './known.js';
import type { ToldType } from './facts-of.js';

/** Everybody who runs the operations floor; told of every event. */
export const OPERATORS = 'operators';
/** Audience of nobody: a notice that nobody may read any more. */
export const NOBODY = 'nobody';

/** Who reviews, approves or carries out what somebody proposed: told that a list of proposals moved, and of nothing else. */
export const JUDGES = 'judges';

const unitAudience = (unitId: string): string => `unit:${unitId}`;
const partnerAudience = (unitId: string): string => `partner:${unitId}`;
const enterpriseAudience = (enterpriseId: string): string => `enterprise:${enterpriseId}`;
const contactAudience = (enterpriseId: string, account: string): string =>
  `contact:${enterpriseId}:${account.toLowerCase()}`;

/** What matters about a caller here. */
export interface Listener extends Person {
  readonly account: string;
}

/** Whether somebody sits on the operations floor. */
export const isOperator = ({ roles }: Pick<Listener, 'roles'>): boolean =>
  roles.some((role) => ACTS['feed.follow'].centre.includes(role));

/** Audiences of an enterprise's contact: the enterprise, and what is meant for this person only. */
export function contactAudiences({ roles, account, enterpriseId }: Listener): string[] {
  if (!roles.includes('enterprise_contact') || enterpriseId === undefined) return [];
  return [enterpriseAudience(enterpriseId), contactAudience(enterpriseId, account)];
}

/** Which feeds somebody may follow; empty for those who have none. Operators are told all that units are told. */
export function audiencesOf(listener: Listener): string[] {
  const { roles, unitId } = listener;
  if (isOperator(listener)) return [OPERATORS];
  if (roles.includes('enterprise_contact')) return contactAudiences(listener);
  const judges = roles.some((role) => (PROPOSAL_WAITS as readonly Role[]).includes(role)) ? [JUDGES] : [];
  if (unitId === undefined || !roles.some((role) => OF_FEED.includes(role))) return judges;
  return [roles.includes('partner_user') ? partnerAudience(unitId) : unitAudience(unitId), ...judges];
}

const OF_FEED = rolesFor('feed.follow').filter((role) => !CENTRE.includes(role));

/** Events that end an incident for a partner too; of others it hears only what is about itself. */
const ENDS: ReadonlySet<ToldType> = new Set<ToldType>(['incident.cancelled.v1', 'incident.closed.v1']);

/** Events that change what waits for somebody to judge it, or how long it may wait. */
const OF_JUDGES: ReadonlySet<ToldType> = new Set<ToldType>([
  'case.proposal-moved.v1',
  'incident.proposal-moved.v1',
  'case.clock-rang.v1',
]);

/** Units, operators and judges who are told of an event: every unit with a standing part before or after it. */
export function policeAudiences(
  type: ToldType,
  before: Known | undefined,
  after: Known | undefined,
  facts: Facts,
): string[] {
  const parts = [...(before?.units ?? []), ...(after?.units ?? [])].filter(stands);
  const concerned = parts.filter((part) => !isPartner(part.discipline) || ENDS.has(type) || isAbout(part, facts));
  const audiences = concerned.map(({ unitId, discipline }) =>
    isPartner(discipline) ? partnerAudience(unitId) : unitAudience(unitId),
  );
  return [OPERATORS, ...(OF_JUDGES.has(type) ? [JUDGES] : []), ...[...new Set(audiences)].sort()];
}

const isAbout = ({ unitId }: KnownPart, { unitId: own, assigned = [], informed = [] }: Facts): boolean =>
  own === unitId || [...assigned, ...informed].some((one) => one.unitId === unitId);

/** Who stands for the enterprise: all its contacts, or once disclosure is restricted its safe contact alone, nobody else's. */
export function enterpriseSide({ restricted, safeAccount, enterpriseId }: Known): string | undefined {
  if (enterpriseId === undefined) return undefined;
  if (!restricted) return enterpriseAudience(enterpriseId);
  return safeAccount === undefined ? undefined : contactAudience(enterpriseId, safeAccount);
}
