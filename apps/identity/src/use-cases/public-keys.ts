import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { SigningKeys } from '../outbound/database/signing-keys.js';

/** Reads the public keys that other services verify tokens with: of every key whose tokens may still be in use. */
@Injectable()
export class PublicKeys {
  constructor(private readonly keys: SigningKeys) {}

  execute(): { keys: JWK[] } {
    return { keys: this.keys.publicKeys };
  }
}
