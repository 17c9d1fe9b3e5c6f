import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, sqlTime } from '#persistence';
import { sessions, type SessionRow } from './identity.schema.js';

/** Sessions in identity's database; their beginning and end stand in the audit chain of the account. */
@Injectable()
export class SessionsRepository {
  private readonly trail: AuditTrail;

  constructor(private readonly database: Database) {
    this.trail = AuditTrail.of(database);
  }

  find(id: string): Promise<SessionRow | undefined> {
    return this.database.one(sessions, 'WHERE `id` = ?', [id]);
  }

  async add(session: SessionRow): Promise<void> {
    await this.database.insert(sessions, [session]);
    this.trail.record({ subject: session.accountId, act: 'session.opened', object: session.id });
  }

  /** A session is used: it would lie idle until then. */
  async renew(id: string, idleUntil: Date): Promise<void> {
    await this.database.execute('UPDATE `session` SET `idle_until` = ? WHERE `id` = ? AND `revoked_at` IS NULL', [
      sqlTime(idleUntil),
      id,
    ]);
  }

  /** Sessions that lay idle for too long and were not ended yet. */
  idle(now: Date, limit: number): Promise<SessionRow[]> {
    return this.database.rows(
      sessions,
      'WHERE `idle_until` <= ? AND `revoked_at` IS NULL AND `expires_at` > ? ORDER BY `idle_until` LIMIT ?',
      [sqlTime(now), sqlTime(now), limit],
    );
  }

  /** Ends one session; ending it again changes nothing. */
  async revoke({ id, accountId }: SessionRow, at: Date): Promise<void> {
    const ended = await this.database.execute(
      'UPDATE `session` SET `revoked_at` = ? WHERE `id` = ? AND `revoked_at` IS NULL',
      [sqlTime(at), id],
    );
    if (ended > 0) this.trail.record({ subject: accountId, act: 'session.ended', object: id });
  }

  /** Ends every session of an account and answers the ones that were alive. */
  async revokeAll(accountId: string, at: Date): Promise<SessionRow[]> {
    const alive = await this.database.rows(
      sessions,
      'WHERE `account_id` = ? AND `revoked_at` IS NULL AND `expires_at` > ?',
      [accountId, sqlTime(at)],
    );
    for (const session of alive) await this.revoke(session, at);
    return alive;
  }

  /**
   * Sessions that were ended at an instant or later and whose tokens have not run out, in the order in which they ended; of
   * those ended at that very instant the ones with a later id.
   */
  ended(since: Date, afterId: string, now: Date, limit: number): Promise<SessionRow[]> {
    const at = sqlTime(since);
    return this.database.rows(
      sessions,
      'WHERE (`revoked_at` > ? OR (`revoked_at` = ? AND `id` > ?)) AND `expires_at` > ? ORDER BY `revoked_at`, `id` LIMIT ?',
      [at, at, afterId, sqlTime(now), limit],
    );
  }
}
