import '@fastify/cookie';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../tracing/request-context.js';
import { ACCESS_RULE, type AccessRule } from './access.decorators.js';
import { crossSite, roleMissing, signInRequired } from './auth.refusals.js';
import { hasRole } from './caller.js';
import { TokenVerifier } from './token.js';

/** Cookie that carries the access token of browsers; HttpOnly, SameSite=Strict. */
export const SESSION_COOKIE = 'qijing_session';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request through only by the access rule of its route, and denies routes that have none. Events pass: their
 * sender is the broker. Cookie-authenticated writes must come from our own pages (cross-site request forgery).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (rule === 'public') return true;
    await this.identify(request);
    if (!request.caller) throw signInRequired();
    if (rule === undefined || (rule.length > 0 && !hasRole(request.caller, ...rule))) throw roleMissing();
    return true;
  }

  private async identify(request: FastifyRequest): Promise<void> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[SESSION_COOKIE];
    if (token === undefined || token === '') return;
    const { caller, sessionId } = await this.tokens.verify(token);
    if (bearer === undefined) refuseCrossSite(request);
    request.caller = caller;
    request.sessionId = sessionId;
    const trace = currentContext();
    if (trace) trace.caller = caller;
  }
}

/** A write with a body must be JSON (no HTML form can send that), and name our own origin where the browser tells one. */
function refuseCrossSite(request: FastifyRequest): void {
  if (READS.has(request.method)) return;
  const { origin, 'sec-fetch-site': site, 'content-type': type, 'content-length': length } = request.headers;
  const hasBody = (length !== undefined && length !== '0') || request.headers['transfer-encoding'] !== undefined;
  const json = type?.split(';')[0]?.trim().toLowerCase() === 'application/json';
  const bareDelete = request.method === 'DELETE' && !hasBody;
  if (!json && !bareDelete) throw crossSite();
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite();
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
