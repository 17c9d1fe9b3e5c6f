import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { SigningKeys } from '../outbound/database/signing-keys.js';

/** Reads the public keys that other services verify tokens with. */
@Injectable()
export class PublicKeys {
  constructor(private readonly keys: SigningKeys) {}

  async execute(): Promise<{ keys: JWK[] }> {
    return { keys: [(await this.keys.current()).publicJwk] };
  }
}
