import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '#contracts';
import { Refusal } from '#domain-kit';
import { jwtVerify, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { keysUnavailable, tokenInvalid } from './auth.refusals.js';
import type { Caller } from './caller.js';
import { EndedSessions } from './ended-sessions.js';
import { FollowIdentity } from './follow-identity.js';
import { KeyRing } from './key-ring.js';

const ISSUER = 'qijing';
const AUDIENCE = 'qijing';
/** Minutes that a session may last at most: a shift. A token that claims more is refused, whoever signed it. */
export const LONGEST_SESSION_MINUTES = 8 * 60;
/** Seconds that the clocks of two machines may differ. */
const CLOCK_TOLERANCE_S = 5;

/** A verified token: who it is about, which session, and when it ends. */
export interface VerifiedToken {
  caller: Caller;
  sessionId: string;
  expiresAt: Date;
}

/** What a token is made of. */
export interface TokenContent {
  caller: Caller;
  sessionId: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** Signs an access token (ES256 JWT). */
export function signToken(content: TokenContent, key: CryptoKey, kid: string): Promise<string> {
  const { accountId, ...claims } = content.caller;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setSubject(accountId)
    .setJti(content.sessionId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(content.issuedAt)
    .setExpirationTime(content.expiresAt)
    .sign(key);
}

/**
 * Verifies access tokens. Verified tokens are remembered until they end: a signature check costs 0.2 ms. Whether key and
 * session are still good is asked each time.
 */
@Injectable()
export class TokenVerifier {
  private readonly verified = new Map<string, VerifiedToken & { kid: string }>();

  constructor(
    private readonly keys: KeyRing,
    private readonly ended: EndedSessions,
    private readonly identity: FollowIdentity,
  ) {}

  /**
   * Throws 401 `auth.token-invalid` unless the token is genuine, in time and its session has not ended, and 503
   * `auth.keys-unavailable` while that cannot be known.
   */
  async verify(token: string): Promise<VerifiedToken> {
    if (this.identity.deaf) throw keysUnavailable();
    const known = this.verified.get(token) ?? (await this.check(token));
    const over = known.expiresAt.getTime() <= Date.now() || this.ended.has(known.sessionId);
    if (over || !this.keys.find(known.kid)) {
      this.verified.delete(token);
      throw tokenInvalid();
    }
    return known;
  }

  private async check(token: string): Promise<VerifiedToken & { kid: string }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['ES256'],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
      });
      return this.remember(token, { ...verifiedToken(payload), kid: protectedHeader.kid ?? '' });
    } catch (error) {
      throw error instanceof Refusal ? error : tokenInvalid();
    }
  }

  private keyOf(kid: string | undefined): CryptoKey {
    const key = this.keys.find(kid);
    if (!key) throw this.identity.behind ? keysUnavailable() : tokenInvalid();
    return key;
  }

  private remember<T extends VerifiedToken & { kid: string }>(token: string, content: T): T {
    if (this.verified.size >= 10_000) this.verified.clear();
    this.verified.set(token, content);
    return content;
  }
}

function verifiedToken(payload: JWTPayload): VerifiedToken {
  const { sub = '', jti = '', iat = 0, exp = 0 } = payload;
  if (exp - iat > LONGEST_SESSION_MINUTES * 60) throw tokenInvalid();
  const caller: Caller = {
    accountId: sub,
    account: text(payload['account']),
    name: text(payload['name']),
    roles: roles(payload['roles']),
  };
  if (payload['unitId'] !== undefined) caller.unitId = text(payload['unitId']);
  if (payload['enterpriseId'] !== undefined) caller.enterpriseId = text(payload['enterpriseId']);
  return { caller, sessionId: jti, expiresAt: new Date(exp * 1000) };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw tokenInvalid();
  return value;
}

function roles(value: unknown): Role[] {
  if (!Array.isArray(value)) throw tokenInvalid();
  return ROLES.filter((role) => value.includes(role));
}
