import '@fastify/cookie';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { AUDITED_READ, type ReadRule } from '../audit/read-rule.js';
import { currentContext } from '../tracing/request-context.js';
import { ACCESS_RULE, type AccessRule } from './access.decorators.js';
import { crossSite, roleMissing, signInRequired } from './auth.refusals.js';
import { hasRole } from './caller.js';
import { SessionCookie } from './session-cookie.js';
import { TokenVerifier } from './token.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request through only by the access rule of its route, and denies routes that have none. Events pass: their
 * sender is the broker. Writes that a browser sends with the cookie, or to sign in, must come from our own pages (cross-site
 * request forgery).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (rule === 'public') {
      refuseCrossSite(request);
      return true;
    }
    request.readRule = this.reflector.get<ReadRule | undefined>(AUDITED_READ, context.getHandler());
    await this.identify(request);
    if (!request.caller) throw signInRequired();
    if (rule === undefined || (rule.length > 0 && !hasRole(request.caller, ...rule))) throw roleMissing();
    return true;
  }

  private async identify(request: FastifyRequest): Promise<void> {
    const given = this.cookie.tokenOf(request);
    if (!given) return;
    const { caller, sessionId } = await this.tokens.verify(given.token);
    if (given.byCookie) refuseCrossSite(request);
    request.caller = caller;
    request.sessionId = sessionId;
    const trace = currentContext();
    if (trace) trace.caller = caller;
  }
}

/** A write must be JSON (no HTML form can send that), and from our own origin where the browser tells one. */
function refuseCrossSite({ method, headers, host }: FastifyRequest): void {
  if (READS.has(method)) return;
  const { origin, 'sec-fetch-site': site } = headers;
  const ownSite = site === undefined || site === 'same-origin' || site === 'none';
  const ownOrigin = origin === undefined || hostOf(origin) === host;
  if (!ownSite || !ownOrigin || !(isJson(headers) || isBareDelete(method, headers))) throw crossSite();
}

function isJson(headers: IncomingHttpHeaders): boolean {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function isBareDelete(method: string, headers: IncomingHttpHeaders): boolean {
  const empty = headers['content-length'] === undefined || headers['content-length'] === '0';
  return method === 'DELETE' && empty && headers['transfer-encoding'] === undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
