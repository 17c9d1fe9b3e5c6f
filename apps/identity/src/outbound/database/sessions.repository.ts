import { Injectable } from '@nestjs/common';
import { Database, sqlTime } from '#persistence';
import { sessions, type SessionRow } from './identity.schema.js';

/** Sessions in identity's database. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<SessionRow | undefined> {
    return this.database.one(sessions, 'WHERE `id` = ?', [id]);
  }

  add(session: SessionRow): Promise<void> {
    return this.database.insert(sessions, [session]);
  }

  /** Ends one session; ending it again changes nothing. */
  async revoke(id: string, at: Date): Promise<void> {
    await this.database.execute('UPDATE `session` SET `revoked_at` = ? WHERE `id` = ? AND `revoked_at` IS NULL', [
      sqlTime(at),
      id,
    ]);
  }

  /** Ends every session of an account and answers the ones that were alive. */
  async revokeAll(accountId: string, at: Date): Promise<SessionRow[]> {
    const alive = await this.database.rows(
      sessions,
      'WHERE `account_id` = ? AND `revoked_at` IS NULL AND `expires_at` > ?',
      [accountId, sqlTime(at)],
    );
    for (const { id } of alive) await this.revoke(id, at);
    return alive;
  }

  /** Sessions that were ended and whose tokens have not run out yet. */
  revoked(now: Date): Promise<SessionRow[]> {
    return this.database.rows(sessions, 'WHERE `revoked_at` IS NOT NULL AND `expires_at` > ?', [sqlTime(now)]);
  }
}
