import { Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { AuditTrail, Database, isDuplicateKey } from '#persistence';
import { Clock, newId } from '#platform';
import { signingKeys, type SigningKeyRow } from './identity.schema.js';

/** The only slot in use; a key change will take the next one. */
const SLOT = 1;

/** The ES256 key pair of the deployment: made once, by whichever process comes first, and kept in the database. */
@Injectable()
export class SigningKeys {
  private loaded: Promise<{ kid: string; privateKey: CryptoKey; publicJwk: JWK }> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The key pair; made on the first call of the first process. */
  current(): Promise<{ kid: string; privateKey: CryptoKey; publicJwk: JWK }> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async load(): Promise<{ kid: string; privateKey: CryptoKey; publicJwk: JWK }> {
    const row = (await this.find()) ?? (await this.make());
    const privateKey = await importJWK(row.privateJwk, 'ES256');
    if (privateKey instanceof Uint8Array) throw new Error('the signing key is not an EC key');
    return { kid: row.id, privateKey, publicJwk: { ...row.publicJwk, kid: row.id, alg: 'ES256', use: 'sig' } };
  }

  private find(): Promise<SigningKeyRow | undefined> {
    return this.database.one(signingKeys, 'WHERE `slot` = ?', [SLOT]);
  }

  private async make(): Promise<SigningKeyRow> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
    const made: SigningKeyRow = { id: newId(), slot: SLOT, publicJwk, privateJwk, createdAt: this.clock.now() };
    try {
      await this.database.write(async () => {
        await this.database.insert(signingKeys, [made]);
        const { id } = made;
        AuditTrail.of(this.database).record({ subject: id, act: 'signing-key.created', object: id, opens: true });
      });
      return made;
    } catch (error) {
      const other = isDuplicateKey(error) ? await this.find() : undefined;
      if (other) return other;
      throw error;
    }
  }
}
