import { Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { AuditTrail, Database, isDuplicateKey } from '#persistence';
import { Clock, LONGEST_SESSION_MINUTES, newId } from '#platform';
import { isPlain, KeySeal } from '../key-seal.js';
import { signingKeys, type SigningKeyRow } from './identity.schema.js';

/** A new key signs so long after it was made: by then every process has heard of it. */
const SETTLE_MS = 10_000;
/** The last token of a key that was replaced has run out by then, whatever clocks differ. */
const VERIFIES_MS = (LONGEST_SESSION_MINUTES + 1) * 60_000;

/** An ES256 key pair in use. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
  createdAt: Date;
}

/**
 * The key pairs of the deployment: the first is made by whichever process comes first; the newest signs, and those before it
 * verify until their last token has run out. Private keys lie sealed in the database.
 */
@Injectable()
export class SigningKeys {
  private known: readonly SigningKey[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: KeySeal,
  ) {}

  /** The key pair that signs now. */
  async current(): Promise<SigningKey> {
    const keys = this.known.length > 0 ? this.known : await this.refresh();
    const settled = this.clock.now().getTime() - SETTLE_MS;
    const signing = keys.findLast(({ createdAt }) => createdAt.getTime() <= settled) ?? keys[0];
    if (!signing) throw new Error('there is no signing key');
    return signing;
  }

  /** The public keys that tokens may be signed with, as they were when they were read last. */
  get publicKeys(): JWK[] {
    return this.known.map(({ publicJwk }) => publicJwk);
  }

  /** Reads which keys there are now; takes over what lies in clear, and removes keys whose last token has run out. */
  async refresh(): Promise<readonly SigningKey[]> {
    const rows = await this.rows();
    const over = rows.filter((_, at) => isOver(rows[at + 1], this.clock.now()));
    if (over.length > 0) await this.remove(over);
    const kept = rows.filter((row) => !over.includes(row));
    if (kept.length === 0) kept.push(await this.make());
    this.known = await Promise.all(kept.map((row) => this.opened(row)));
    return this.known;
  }

  /**
   * Makes a new key pair, which signs as soon as every process has heard of it. `atOnce` removes all others, also those that
   * cannot be opened any more: every session ends. Answers the new key and when it begins to sign.
   */
  async rotate({ atOnce }: { atOnce: boolean }): Promise<{ kid: string; signsFrom: Date }> {
    const rows = await this.rows();
    const { id, createdAt } = await this.database.write(async () => {
      if (atOnce) await this.removeNow(rows);
      return this.insert((rows.at(-1)?.slot ?? 0) + 1);
    });
    return { kid: id, signsFrom: new Date(createdAt.getTime() + (atOnce || rows.length === 0 ? 0 : SETTLE_MS)) };
  }

  private rows(): Promise<SigningKeyRow[]> {
    return this.database.rows(signingKeys, 'ORDER BY `slot`');
  }

  private async opened(row: SigningKeyRow): Promise<SigningKey> {
    const known = this.known.find(({ kid }) => kid === row.id);
    if (known) return known;
    const { id: kid, privateJwk: stored, publicJwk, createdAt } = row;
    const jwk = isPlain(stored) ? stored : await this.seal.open(kid, stored);
    if (isPlain(stored)) await this.takeOver(kid, stored);
    const privateKey = await importJWK(jwk, 'ES256');
    if (privateKey instanceof Uint8Array) throw new Error('the signing key is not an EC key');
    return { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig' }, createdAt };
  }

  /** The first key pair; another process may be faster. */
  private async make(): Promise<SigningKeyRow> {
    try {
      return await this.database.write(() => this.insert(1));
    } catch (error) {
      const [other] = isDuplicateKey(error) ? await this.rows() : [];
      if (other) return other;
      throw error;
    }
  }

  private async insert(slot: number): Promise<SigningKeyRow> {
    const id = newId();
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
    const made = { id, slot, publicJwk, privateJwk: await this.seal.seal(id, privateJwk), createdAt: this.clock.now() };
    await this.database.insert(signingKeys, [made]);
    this.record('signing-key.created', id);
    return made;
  }

  private async takeOver(kid: string, jwk: JWK): Promise<void> {
    const sealed = JSON.stringify(await this.seal.seal(kid, jwk));
    await this.database.write(async () => {
      await this.database.execute('UPDATE `signing_key` SET `private_jwk` = ? WHERE `id` = ?', [sealed, kid]);
      this.record('signing-key.sealed', kid);
    });
  }

  private remove(rows: readonly SigningKeyRow[]): Promise<void> {
    return this.database.write(() => this.removeNow(rows));
  }

  private async removeNow(rows: readonly SigningKeyRow[]): Promise<void> {
    for (const { id } of rows) {
      const gone = await this.database.execute('DELETE FROM `signing_key` WHERE `id` = ?', [id]);
      if (gone > 0) this.record('signing-key.removed', id);
    }
  }

  private record(act: string, kid: string): void {
    const opens = act === 'signing-key.created';
    AuditTrail.of(this.database).record({ subject: kid, act, object: kid, ...(opens && { opens }) });
  }
}

/** Whether a key has verified its last token: the one after it has been signing for longer than a session lasts. */
const isOver = (next: SigningKeyRow | undefined, now: Date): boolean =>
  next !== undefined && now.getTime() > next.createdAt.getTime() + SETTLE_MS + VERIFIES_MS;
