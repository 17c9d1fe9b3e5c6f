import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes, 1 lane: the least that OWASP's password storage guide accepts. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords (argon2id). */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  verify(passwordHash: string, password: string): Promise<boolean> {
    return verify(passwordHash, password);
  }

  /** Takes as long as a check and always fails, so that answers for unknown accounts are as slow as for known ones. */
  async verifyNothing(password: string): Promise<false> {
    this.decoy ??= this.hash('decoy');
    await verify(await this.decoy, password);
    return false;
  }
}
