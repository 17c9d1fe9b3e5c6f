import { Injectable } from '@nestjs/common';
import { importJWK, type CryptoKey, type JWK } from 'jose';

/** The public keys that tokens are verified with, as identity told them last. */
@Injectable()
export class KeyRing {
  private readonly keys = new Map<string, CryptoKey>();

  /** Adds a public key (`kid` set). */
  async publish(jwk: JWK): Promise<void> {
    const { kid } = jwk;
    if (kid === undefined || this.keys.has(kid)) return;
    const key = await importJWK(jwk, 'ES256');
    if (!(key instanceof Uint8Array)) this.keys.set(kid, key);
  }

  /** These keys and no others are good from now on. */
  async replace(jwks: readonly JWK[]): Promise<void> {
    for (const jwk of jwks) await this.publish(jwk);
    const good = new Set(jwks.map(({ kid }) => kid));
    for (const kid of this.keys.keys()) if (!good.has(kid)) this.keys.delete(kid);
  }

  /** The key of an id; undefined when there is none, or none any more. */
  find(kid: string | undefined): CryptoKey | undefined {
    return kid === undefined ? undefined : this.keys.get(kid);
  }
}
