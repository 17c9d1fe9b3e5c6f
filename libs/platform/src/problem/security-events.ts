import type { FastifyRequest } from 'fastify';
import type { SecurityEvent, SecurityLog } from '../logging/security-log.js';
import type { Fault } from './problem.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Hears of what is refused; the gateway has none, for the services behind it have. */
    securityLog: SecurityLog | undefined;
  }
}

const BY_CODE: Readonly<Record<string, SecurityEvent>> = {
  'session.refused': 'sign-in-refused',
  'auth.token-invalid': 'token-refused',
  'auth.cross-site': 'cross-site-refused',
  'request.too-many-values': 'oversized',
  'request.too-deep': 'oversized',
};
const BY_STATUS: Readonly<Record<number, SecurityEvent>> = {
  403: 'forbidden',
  413: 'oversized',
  414: 'oversized',
  429: 'rate-limited',
  431: 'oversized',
};

/** Notes what is a security event among what is refused. */
export function noteRefusal({ status, code }: Fault, { server, caller, ip }: FastifyRequest): void {
  const event = BY_CODE[code] ?? BY_STATUS[status];
  if (event) server.securityLog?.note(event, { accountId: caller?.accountId, from: ip, code });
}
