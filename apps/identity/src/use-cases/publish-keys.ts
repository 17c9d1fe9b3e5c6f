import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, KeyRing } from '#platform';
import { SessionsRepository } from '../outbound/database/sessions.repository.js';
import { SigningKeys } from '../outbound/database/signing-keys.js';

/** Makes the public key and the sessions ended earlier known in this process when it starts. */
@Injectable()
export class PublishKeys implements OnModuleInit {
  constructor(
    private readonly keys: SigningKeys,
    private readonly keyRing: KeyRing,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { publicJwk } = await this.keys.current();
    await this.keyRing.publish(publicJwk);
    for (const { id, expiresAt } of await this.sessions.revoked(this.clock.now())) this.keyRing.revoke(id, expiresAt);
  }
}
