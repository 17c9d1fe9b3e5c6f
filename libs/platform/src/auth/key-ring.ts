import { Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, importJWK, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose';
import { keysUnavailable } from './auth.refusals.js';

/** Keys are fetched at most this often for an unknown key id, so that forged ids cannot hammer identity. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 2_000;
/** A fetched key set is used this long before it is fetched again. */
const MAX_AGE_MS = 10 * 60_000;

const logger = new Logger('keys');

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/** Where a process finds identity when it does not run identity itself. */
export interface KeyRingOptions {
  jwksUrl?: string;
}

/**
 * The public keys that tokens are verified with: those published in this process (identity runs here), else identity's
 * JWKS over HTTP. Also knows the sessions that ended in this process.
 */
@Injectable()
export class KeyRing {
  private readonly local = new Map<string, CryptoKey>();
  private readonly remote: RemoteKeys | undefined;
  private readonly revoked = new Map<string, number>();

  constructor(options: KeyRingOptions) {
    this.remote = options.jwksUrl
      ? createRemoteJWKSet(new URL(options.jwksUrl), {
          cooldownDuration: COOLDOWN_MS,
          timeoutDuration: TIMEOUT_MS,
          cacheMaxAge: MAX_AGE_MS,
        })
      : undefined;
  }

  /** Called by identity in its own process with every public key (`kid` set). */
  async publish(jwk: JWK): Promise<void> {
    const key = await importJWK(jwk, 'ES256');
    if (jwk.kid !== undefined && !(key instanceof Uint8Array)) this.local.set(jwk.kid, key);
  }

  /** Ends a session at once in this process; `expiresAt` is when its token would have ended by itself. */
  revoke(sessionId: string, expiresAt: Date): void {
    const now = Date.now();
    for (const [id, until] of this.revoked) if (until < now) this.revoked.delete(id);
    this.revoked.set(sessionId, expiresAt.getTime());
  }

  isRevoked(sessionId: string): boolean {
    return this.revoked.has(sessionId);
  }

  /** The key a token names. Throws 503 when it would have to be fetched and cannot be. */
  async keyFor(header: JWTHeaderParameters): Promise<CryptoKey> {
    const key = this.local.get(header.kid ?? '');
    if (key) return key;
    if (!this.remote) throw new errors.JWKSNoMatchingKey();
    try {
      return await this.remote(header);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) throw error;
      logger.error({ msg: 'the keys of sessions cannot be fetched', err: error });
      throw keysUnavailable();
    }
  }
}
