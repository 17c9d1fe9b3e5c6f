import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { compactDecrypt, CompactEncrypt, type JWK } from 'jose';
import { ServiceConfig, StartRefused } from '#platform';
import { HOW_TO_MAKE_A_KEY, IdentityConfig } from '../identity.config.js';

/** A private key as it lies in the database: a JWE (`dir`, A256GCM) whose header names the key pair it belongs to. */
export interface SealedKey {
  jwe: string;
}

/** A private key before it was sealed for the first time: databases of earlier versions hold it in clear. */
export const isPlain = (stored: SealedKey | JWK): stored is JWK => !('jwe' in stored);

/** Outside of production, where no key was given, one is made beside the data. */
const FILE = 'qijing.key';

/** Seals private keys with a key that is kept apart from the database (`QIJING_KEY`): who reads the table can sign nothing. */
@Injectable()
export class KeySeal {
  private key: Buffer | undefined;

  constructor(
    private readonly config: IdentityConfig,
    private readonly ofProcess: ServiceConfig,
  ) {}

  async seal(kid: string, jwk: JWK): Promise<SealedKey> {
    const text = new TextEncoder().encode(JSON.stringify(jwk));
    const sealing = new CompactEncrypt(text).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid });
    return { jwe: await sealing.encrypt(this.outer()) };
  }

  /** Throws `StartRefused` when it was sealed with another key, or for another key pair. */
  async open(kid: string, { jwe }: SealedKey): Promise<JWK> {
    try {
      const { plaintext, protectedHeader } = await compactDecrypt(jwe, this.outer(), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      if (protectedHeader.kid !== kid) throw new Error('sealed for another key pair');
      return JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
    } catch (error) {
      if (error instanceof StartRefused) throw error;
      throw new StartRefused(
        'The key that signs sessions cannot be opened with this QIJING_KEY: give every process of identity the key that it ' +
          'was sealed with, or make a new one, which ends all sessions: qijing keys rotate --now',
      );
    }
  }

  private outer(): Buffer {
    return (this.key ??= Buffer.from(this.config.key ?? this.besideTheData(), 'base64'));
  }

  private besideTheData(): string {
    const { dataDir } = this.ofProcess;
    if (this.config.production) throw new StartRefused(`QIJING_KEY is not set; it names ${HOW_TO_MAKE_A_KEY}`);
    const path = join(dataDir, FILE);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
      new Logger('keys').warn(
        `QIJING_KEY is not set: the key that signs sessions is sealed with ${path}, which was made now`,
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(path, 'utf8').trim();
  }
}
