import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceConfig } from '../config/service.config.js';

/**
 * Name of the cookie that carries the access token of browsers over https. Browsers take one with this prefix only from this
 * very host, so that no sister site can put one of its own before it.
 */
export const SESSION_COOKIE = '__Host-qijing_session';
/** Its name over plain http, where browsers refuse the prefix. */
const PLAIN_COOKIE = 'qijing_session';

/** The token that came with a request, and whether a browser sent it by itself. */
export interface GivenToken {
  readonly token: string;
  readonly byCookie: boolean;
}

/** The session cookie: HttpOnly, SameSite=Strict, for the whole host; Secure behind https, and always in production. */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: ServiceConfig) {}

  /** The token of a request: what is sent in its header counts before its cookie; undefined when it brings none. */
  tokenOf(request: FastifyRequest): GivenToken | undefined {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return { token: bearer, byCookie: false };
    const token = request.cookies[this.nameFor(request)];
    return token === undefined || token === '' ? undefined : { token, byCookie: true };
  }

  set(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.nameFor(request), token, { ...this.options(request), expires });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    void reply.clearCookie(this.nameFor(request), this.options(request));
  }

  /** What every cookie of ours is: for scripts of no page, and sent with nothing that another site begins. */
  options(request: FastifyRequest): { path: '/'; httpOnly: true; sameSite: 'strict'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure(request) };
  }

  private nameFor(request: FastifyRequest): string {
    return this.secure(request) ? SESSION_COOKIE : PLAIN_COOKIE;
  }

  private secure(request: FastifyRequest): boolean {
    return this.config.production || request.protocol === 'https';
  }
}
