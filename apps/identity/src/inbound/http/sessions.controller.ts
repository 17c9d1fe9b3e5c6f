import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';
import {
  Allow,
  CurrentCaller,
  OwnUnitOfWork,
  Public,
  ServiceController,
  SESSION_COOKIE,
  SignInRate,
  type Caller,
} from '#platform';
import { IdentityConfig } from '../../identity.config.js';
import { Sessions } from '../../use-cases/sessions.js';
import { SignIn } from '../../use-cases/sign-in.js';
import { NewSessionAnswer, SessionAnswer, SignInRequest } from './session.dto.js';

/** Signing in and out. */
@ServiceController('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly config: IdentityConfig,
  ) {}

  /** Signs in: sets the session cookie for browsers and answers the token for machines. */
  @Post()
  @Public()
  @OwnUnitOfWork()
  @SignInRate()
  @ApiUnauthorizedResponse({ description: 'Wrong account or password, or the account is locked.' })
  async open(
    @Body() { account, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSessionAnswer> {
    const { accessToken, expiresAt, caller } = await this.signIn.execute(account, password);
    void reply.setCookie(SESSION_COOKIE, accessToken, { ...this.cookie(request), expires: expiresAt });
    return { accessToken, expiresAt: expiresAt.toISOString(), caller };
  }

  /** The session in use. */
  @Get('current')
  @Allow()
  async current(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<SessionAnswer> {
    const expiresAt = await this.sessions.expiryOf(request.sessionId ?? '');
    return { expiresAt: expiresAt.toISOString(), caller };
  }

  /** Signs out: the cookie is cleared and the token no longer accepted. */
  @Delete('current')
  @Allow()
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request.sessionId ?? '');
    void reply.clearCookie(SESSION_COOKIE, this.cookie(request));
  }

  /** Over plain http the cookie is not `Secure`, or no browser would keep it; production is always `Secure`. */
  private cookie(request: FastifyRequest): { path: string; httpOnly: boolean; sameSite: 'strict'; secure: boolean } {
    const secure = this.config.production || request.protocol === 'https';
    return { path: '/', httpOnly: true, sameSite: 'strict', secure };
  }
}
