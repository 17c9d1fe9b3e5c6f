import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey, sqlTime } from '#persistence';
import { Clock } from '#platform';
import type { SetupRow } from '../../domain/setup.js';
import { setups } from './identity.schema.js';

const ID = 'setup';

/** The one row about the way into an empty deployment. Everything needs a unit of work. */
@Injectable()
export class SetupRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Puts a link in the place of the one before. */
  async putLink(linkHash: string, linkUntil: Date): Promise<void> {
    const changed = await this.database.execute(
      'UPDATE `setup` SET `link_hash` = ?, `link_until` = ? WHERE `id` = ? AND `done_at` IS NULL',
      [linkHash, sqlTime(linkUntil), ID],
    );
    if (changed === 0) await this.database.insert(setups, [{ id: ID, linkHash, linkUntil }]);
  }

  /** Whether a link works now. */
  async works(linkHash: string): Promise<boolean> {
    const row = await this.database.one(setups, 'WHERE `id` = ?', [ID]);
    return row?.linkHash === linkHash && row.linkUntil !== undefined && row.linkUntil > this.clock.now();
  }

  /** Notes that it is done; false when somebody else was faster, who was waited for. */
  async finish(): Promise<boolean> {
    const doneAt = this.clock.now();
    const changed = await this.database.execute(
      'UPDATE `setup` SET `done_at` = ?, `link_hash` = NULL, `link_until` = NULL WHERE `id` = ? AND `done_at` IS NULL',
      [sqlTime(doneAt), ID],
    );
    return changed > 0 || this.addDone(doneAt);
  }

  private async addDone(doneAt: Date): Promise<boolean> {
    const row: SetupRow = { id: ID, doneAt };
    try {
      await this.database.insert(setups, [row]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
