import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { spelled } from '../domain/password-policy.js';

/** argon2id with 19 MiB, 2 passes, 1 lane: the least that OWASP's password storage guide accepts. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords (argon2id), whatever the keyboard: full width and composed characters count as plain ones. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(spelled(password), COST);
  }

  /** Hashes from before passwords were spelled alike are of what was typed: that is tried too, where it differs. */
  verify(passwordHash: string, password: string): Promise<boolean> {
    return matches(passwordHash, password);
  }

  /** Takes as long as a check and always fails, so that answers for unknown accounts are as slow as for known ones. */
  async verifyNothing(password: string): Promise<false> {
    this.decoy ??= this.hash('decoy');
    await matches(await this.decoy, password);
    return false;
  }
}

async function matches(passwordHash: string, password: string): Promise<boolean> {
  let right = false;
  for (const spelling of new Set([spelled(password), password])) right ||= await verify(passwordHash, spelling);
  return right;
}
