import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Allow,
  BodyLimit,
  CurrentCaller,
  OwnUnitOfWork,
  Public,
  ServiceController,
  SessionCookie,
  SignInRate,
  type Caller,
} from '#platform';
import { SECOND } from '#domain-kit';
import { DEVICE_MS, type Origin } from '../../domain/sign-in-source.js';
import { Sessions } from '../../use-cases/sessions.js';
import { SignIn } from '../../use-cases/sign-in.js';
import { NewSessionAnswer, SessionAnswer, SignInRequest } from './session.dto.js';

/** Tells a device on which somebody signed in before; a secret, good for nothing but a count of its own. */
const DEVICE_COOKIE = 'qijing_device';

/** Pages always say where they come from; programs keep no cookies. */
function originOf({ ip, headers, cookies }: FastifyRequest): Origin {
  const device = cookies[DEVICE_COOKIE];
  return { address: ip, page: headers.origin !== undefined, ...(device !== undefined && { device }) };
}

/** Signing in and out. */
@ServiceController('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /**
   * Signs in: sets the session cookie for browsers, and answers the token to programs, which are no page (no `Origin`). With
   * `newPassword` the password becomes another one on the way.
   */
  @Post()
  @Public()
  @OwnUnitOfWork()
  @BodyLimit('credentials')
  @SignInRate()
  @ApiUnauthorizedResponse({ description: 'Wrong account or password, or wrong too often.' })
  async open(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSessionAnswer> {
    const origin = originOf(request);
    const { accessToken, expiresAt, caller, device } = await this.signIn.execute(body, origin);
    this.cookie.set(request, reply, accessToken, expiresAt);
    if (device !== undefined)
      void reply.setCookie(DEVICE_COOKIE, device, {
        ...this.cookie.options(request),
        path: '/api/v1/sessions',
        maxAge: DEVICE_MS / SECOND,
      });
    const session = { expiresAt: expiresAt.toISOString(), caller };
    // Scripts of a page must never hold the token: browsers tell their origin with every POST.
    return origin.page ? session : { accessToken, ...session };
  }

  /** The session in use. */
  @Get('current')
  @Allow()
  async current(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<SessionAnswer> {
    const expiresAt = await this.sessions.expiryOf(request.sessionId ?? '');
    return { expiresAt: expiresAt.toISOString(), caller };
  }

  /** Somebody uses the session in use: it does not lie idle. A page says so at most once a minute, while it is used. */
  @Post('current/use')
  @Allow()
  @HttpCode(204)
  async use(@CurrentCaller() { roles }: Caller, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.renew(request.sessionId ?? '', roles);
  }

  /** Signs out: the cookie is cleared and the token no longer accepted. */
  @Delete('current')
  @Allow()
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request.sessionId ?? '');
    this.cookie.clear(request, reply);
  }
}
