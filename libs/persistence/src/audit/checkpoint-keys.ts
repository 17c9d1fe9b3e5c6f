import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditCheckpoint } from './audit-tables.js';

type Signed = Pick<AuditCheckpoint, 'seq' | 'hash'>;

/** What is signed of a checkpoint: it fits one service and one place in its chain only. */
const words = (service: string, { seq, hash }: Signed): Buffer =>
  Buffer.from(`qijing audit checkpoint\n${service}\n${seq}\n${hash}`);

/** The keys that checkpoints are signed and checked with; they lie outside of the databases. */
export class CheckpointKeys {
  private constructor(
    private readonly signing: KeyObject | undefined,
    private readonly checking: readonly KeyObject[],
  ) {}

  /**
   * Reads Ed25519 keys in PEM, one after the other: the first one signs where it is a private key, all of them check. Throws
   * when the file is missing or holds anything else.
   */
  static read(path: string): CheckpointKeys {
    const blocks = readFileSync(path, 'utf8').match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? [];
    const checking = blocks.map((pem) => createPublicKey(pem));
    const [first = ''] = blocks;
    if (checking.length === 0 || checking.some(({ asymmetricKeyType: type }) => type !== 'ed25519')) {
      throw new Error(`${path} must hold Ed25519 keys: openssl genpkey -algorithm ed25519 -out ${path}`);
    }
    return new CheckpointKeys(first.includes('PRIVATE') ? createPrivateKey(first) : undefined, checking);
  }

  /** The same, of a file that is made (0600) when it is missing; processes that start at once agree on one. */
  static readOrMake(path: string): CheckpointKeys {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, pem, { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
    return CheckpointKeys.read(path);
  }

  /** Signature of a checkpoint, base64; undefined where there are public keys only. */
  sign(service: string, checkpoint: Signed): string | undefined {
    return this.signing && sign(null, words(service, checkpoint), this.signing).toString('base64');
  }

  /** Whether one of the keys signed it. */
  fits(service: string, checkpoint: Signed, signature: string): boolean {
    const bytes = Buffer.from(signature, 'base64');
    return this.checking.some((key) => verify(null, words(service, checkpoint), key, bytes));
  }
}
