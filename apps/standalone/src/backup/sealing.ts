import { createCipheriv, createDecipheriv, randomBytes, scryptSync, type DecipherGCM } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Transform, type TransformCallback } from 'node:stream';

/** Begins a sealed file; salt, nonce, the sealed bytes and the tag follow. */
const MAGIC = Buffer.from('QIJINGB1');
const LENGTH = { salt: 16, nonce: 12, tag: 16, key: 32 };
const HEAD = MAGIC.length + LENGTH.salt + LENGTH.nonce;
const CIPHER = 'aes-256-gcm';
/** Below it a key file is no secret. */
const SHORTEST_KEY = 32;

/**
 * The secret that a key file holds: at least 32 characters, e.g. of `openssl rand -hex 32`.
 * @throws Error when it is short, or others can read it
 */
export function readKeyFile(path: string): Buffer {
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < SHORTEST_KEY) throw new Error(`${path}: a key has at least ${SHORTEST_KEY} characters`);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others: chmod 600 ${path}`);
  return Buffer.from(secret);
}

/** Every file has a salt, and so a key, of its own. */
const keyOf = (secret: Buffer, salt: Buffer): Buffer => scryptSync(secret, salt, LENGTH.key);

/** Seals what flows through: AES-256-GCM, so that a change of any bit shows when it is opened. */
export function sealed(secret: Buffer): Transform {
  const [salt, nonce] = [randomBytes(LENGTH.salt), randomBytes(LENGTH.nonce)];
  const cipher = createCipheriv(CIPHER, keyOf(secret, salt), nonce);
  const head = Buffer.concat([MAGIC, salt, nonce]);
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!begun) this.push(head);
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      if (!begun) this.push(head);
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

/** Opens what was sealed. What comes out before the end may be forged: use it only when the stream has ended well. */
export class Opened extends Transform {
  private held = Buffer.alloc(0);
  private decipher: DecipherGCM | undefined;

  constructor(private readonly secret: Buffer) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.held = Buffer.concat([this.held, chunk]);
    if (!this.decipher && this.held.length >= HEAD && !this.begin()) return done(new Error('this is no sealed file'));
    // The last bytes may be the tag.
    const ready = this.held.length - LENGTH.tag;
    if (!this.decipher || ready <= 0) return done();
    const out = this.decipher.update(this.held.subarray(0, ready));
    this.held = this.held.subarray(ready);
    done(null, out);
  }

  override _flush(done: TransformCallback): void {
    if (!this.decipher) return done(new Error('this is no sealed file'));
    try {
      this.decipher.setAuthTag(this.held);
      done(null, this.decipher.final());
    } catch (error) {
      done(new Error('another key, or the file was changed', { cause: error }));
    }
  }

  private begin(): boolean {
    if (!this.held.subarray(0, MAGIC.length).equals(MAGIC)) return false;
    const salt = this.held.subarray(MAGIC.length, MAGIC.length + LENGTH.salt);
    const nonce = this.held.subarray(MAGIC.length + LENGTH.salt, HEAD);
    this.decipher = createDecipheriv(CIPHER, keyOf(this.secret, salt), nonce);
    this.held = this.held.subarray(HEAD);
    return true;
  }
}
