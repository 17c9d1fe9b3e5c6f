import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { addMs, HOUR } from '#domain-kit';
import { sha256Of } from '#persistence';
import { Clock } from '#platform';
import type { Account } from '../domain/account.js';
import { IdentityConfig } from '../identity.config.js';
import { formerOf } from './new-password.js';

/** What a person sets a password with; shown once, and kept as its hash alone. */
export interface OneTimeSecret {
  secret: string;
  until: Date;
}

/** Makes one-time secrets. */
@Injectable()
export class IssueSecret {
  constructor(
    private readonly config: IdentityConfig,
    private readonly clock: Clock,
  ) {}

  /** One of 192 bits, for whatever it opens. */
  fresh(): OneTimeSecret {
    const until = addMs(this.clock.now(), this.config.resetHours * HOUR);
    return { secret: randomBytes(24).toString('base64url'), until };
  }

  /** The account's password is over at once, and an earlier secret with it. The account is not saved. */
  for(account: Account): OneTimeSecret {
    const { secret, until } = this.fresh();
    Object.assign(account, {
      formerPasswords: formerOf(account),
      passwordHash: '',
      temporary: undefined,
      resetHash: sha256Of(secret),
      resetUntil: until,
    });
    return { secret, until };
  }
}
