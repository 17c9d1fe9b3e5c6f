import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { FollowIdentity, serverOf } from '#platform';
import { SigningKeys } from '../outbound/database/signing-keys.js';
import { ReadEndedSessions } from './read-ended-sessions.js';

/**
 * Makes the keys and the ended sessions of the database known in this process from its start on, whichever process changes
 * them. Commands, which have no server and verify nobody, are told nothing.
 */
@Injectable()
export class TellOfSessions implements OnModuleInit {
  constructor(
    private readonly identity: FollowIdentity,
    private readonly keys: SigningKeys,
    private readonly ended: ReadEndedSessions,
    private readonly adapter: HttpAdapterHost,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!serverOf(this.adapter)) return;
    await this.identity.follow({
      keys: async () => (await this.keys.refresh()).map(({ publicJwk }) => publicJwk),
      ended: (from) => this.ended.execute(from),
    });
  }
}
