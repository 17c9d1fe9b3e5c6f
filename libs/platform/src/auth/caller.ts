import type { ActorFact, Role } from '#contracts';
import type { Actor } from '#persistence';
import type { FastifyRequest } from 'fastify';

/** Who is calling: the content of a verified token. `unitId` scopes police units, `enterpriseId` scopes enterprises. */
export interface Caller {
  accountId: string;
  account: string;
  name: string;
  roles: Role[];
  unitId?: string;
  enterpriseId?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard when a valid token came with the request. */
    caller?: Caller;
    /** `jti` of the token, for sign-out. */
    sessionId?: string;
  }
}

/** A person who acts, as events and records carry it. */
export const actorOf = ({ accountId, account, name }: Caller): ActorFact => ({ accountId, account, name });

/** Who a request's acts are ascribed to in the audit trail, and where from. */
export const actorOfRequest = ({ caller, sessionId, ip }: FastifyRequest): Actor => ({
  name: caller ? `account:${caller.accountId}` : 'anonymous',
  session: sessionId,
  address: ip,
});

/** True when the caller holds at least one of the roles. */
export function hasRole(caller: Caller, ...roles: Role[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}
