import { Injectable } from '@nestjs/common';
import { Clock, KeyRing, newId, signToken, tokenInvalid, type Caller } from '#platform';
import type { Account } from '../domain/account.js';
import { IdentityConfig } from '../identity.config.js';
import { SessionsRepository } from '../outbound/database/sessions.repository.js';
import { SigningKeys } from '../outbound/database/signing-keys.js';

/** A session just opened. */
export interface NewSession {
  accessToken: string;
  expiresAt: Date;
  caller: Caller;
}

/** Opens, shows and ends sessions. Opening and ending need a unit of work. */
@Injectable()
export class Sessions {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly keys: SigningKeys,
    private readonly keyRing: KeyRing,
    private readonly config: IdentityConfig,
    private readonly clock: Clock,
  ) {}

  /** Signs a token for an account and remembers the session. */
  async open(account: Account): Promise<NewSession> {
    const issuedAt = this.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + this.config.sessionMinutes * 60_000);
    const sessionId = newId();
    const caller = callerOf(account);
    const { kid, privateKey } = await this.keys.current();
    const accessToken = await signToken({ caller, sessionId, issuedAt, expiresAt }, privateKey, kid);
    await this.repository.add({ id: sessionId, accountId: account.id, createdAt: issuedAt, expiresAt });
    return { accessToken, expiresAt, caller };
  }

  /** When a session ends; throws 401 when it was ended already. */
  async expiryOf(sessionId: string): Promise<Date> {
    const session = await this.repository.find(sessionId);
    if (!session || session.revokedAt !== undefined) throw tokenInvalid();
    return session.expiresAt;
  }

  /** Ends a session: at once in this process, and for good in the database. */
  async end(sessionId: string): Promise<void> {
    const session = await this.repository.find(sessionId);
    if (!session) return;
    await this.repository.revoke(session, this.clock.now());
    this.keyRing.revoke(sessionId, session.expiresAt);
  }

  /** Ends all sessions of an account. */
  async endAll(accountId: string): Promise<void> {
    const ended = await this.repository.revokeAll(accountId, this.clock.now());
    for (const { id, expiresAt } of ended) this.keyRing.revoke(id, expiresAt);
  }
}

/** What a token says about an account. */
export function callerOf(account: Account): Caller {
  const { id, account: name, name: person, roles, unitId, enterpriseId } = account;
  return {
    accountId: id,
    account: name,
    name: person,
    roles,
    ...(unitId !== undefined && { unitId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
  };
}
