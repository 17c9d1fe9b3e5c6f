import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { addMs, MINUTE } from '#domain-kit';
import { Clock, EndedSessions, newId, signToken, tokenInvalid, type Caller } from '#platform';
import type { Account } from '../domain/account.js';
import { signInRefused } from '../domain/sign-in-source.js';
import { isOnWatch } from '../domain/watch.js';
import { IdentityConfig } from '../identity.config.js';
import { SessionsRepository } from '../outbound/database/sessions.repository.js';
import type { SessionRow } from '../outbound/database/identity.schema.js';
import { SigningKeys } from '../outbound/database/signing-keys.js';

/** How often it is written down that a session is used. */
const RENEWED_EVERY_MS = MINUTE;

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
    private readonly ended: EndedSessions,
    private readonly config: IdentityConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a token for an account and remembers the session; one of a page ends when nobody uses it. Throws 401 for an account
   * of the demo in production.
   */
  async open(account: Account, page: boolean): Promise<NewSession> {
    if (account.demo && this.config.production) throw signInRefused();
    const issuedAt = this.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + this.config.sessionMinutes * 60_000);
    const sessionId = newId();
    const caller = callerOf(account);
    const { kid, privateKey } = await this.keys.current();
    const accessToken = await signToken({ caller, sessionId, issuedAt, expiresAt }, privateKey, kid);
    const idleUntil = page ? this.idleUntil(account.roles, issuedAt) : undefined;
    await this.repository.add({ id: sessionId, accountId: account.id, createdAt: issuedAt, expiresAt, idleUntil });
    return { accessToken, expiresAt, caller };
  }

  /** When a session ends; throws 401 when it was ended already. */
  async expiryOf(sessionId: string): Promise<Date> {
    return (await this.alive(sessionId)).expiresAt;
  }

  /** Somebody uses a session: it lies idle from now on. Writes at most once a minute. Throws 401 when it was ended already. */
  async renew(sessionId: string, roles: readonly Role[]): Promise<void> {
    const session = await this.alive(sessionId);
    const idleUntil = this.idleUntil(roles, this.clock.now());
    if (session.idleUntil === undefined || idleUntil === undefined) return;
    if (addMs(session.idleUntil, RENEWED_EVERY_MS) <= idleUntil) await this.repository.renew(sessionId, idleUntil);
  }

  /** Ends a session: at once in this process, in the others as soon as they ask, and for good in the database. */
  async end(sessionId: string): Promise<void> {
    const session = await this.repository.find(sessionId);
    if (!session) return;
    await this.repository.revoke(session, this.clock.now());
    this.ended.end(sessionId, session.expiresAt);
  }

  private async alive(sessionId: string): Promise<SessionRow> {
    const session = await this.repository.find(sessionId);
    const now = this.clock.now();
    if (!session || session.revokedAt !== undefined) throw tokenInvalid();
    if (session.idleUntil !== undefined && session.idleUntil <= now) throw tokenInvalid();
    return session;
  }

  private idleUntil(roles: readonly Role[], now: Date): Date | undefined {
    const minutes = isOnWatch(roles) ? this.config.watchIdleMinutes : this.config.idleMinutes;
    return minutes === 0 ? undefined : addMs(now, minutes * MINUTE);
  }

  /** Ends all sessions of an account. */
  async endAll(accountId: string): Promise<void> {
    const ended = await this.repository.revokeAll(accountId, this.clock.now());
    for (const { id, expiresAt } of ended) this.ended.end(id, expiresAt);
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
