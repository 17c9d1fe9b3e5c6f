import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { addMs, DAY } from '#domain-kit';
import { Aggregates, Database, LostRace, placeholders, sha256Of, sqlTime, sweep, touch } from '#persistence';
import { countFailure, DEVICE_MS, type Origin, type SignInSource } from '../../domain/sign-in-source.js';
import { addressSource, deviceSource } from '../source-hashes.js';
import { signInSources } from './identity.schema.js';

/** An address is remembered for as long after its last failure. */
const ADDRESS_MS = DAY;

/** Where passwords were tried, in identity's database. */
@Injectable()
export class SignInSourcesRepository {
  private readonly rows: Aggregates<SignInSource>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, signInSources, () => new LostRace('sign-in source'));
  }

  /** What an attempt counts for: the device, if the account has signed in there before, else the address. Stores nothing. */
  async of(accountId: string, { address, device }: Origin, now: Date): Promise<SignInSource> {
    const ids = [addressSource(accountId, address), ...(device === undefined ? [] : [deviceSource(accountId, device)])];
    const found = await this.database.rows(signInSources, `WHERE \`id\` IN (${placeholders(ids.length)})`, ids);
    const fresh = { id: ids[0] ?? '', accountId, failures: 0, lastAt: now, version: 0 };
    return found.find((each) => each.device !== undefined) ?? found[0] ?? fresh;
  }

  /** Counts a wrong password; answers whether its source is backed off by it. Needs a unit of work. */
  async count(source: SignInSource, now: Date): Promise<boolean> {
    const found = (await this.rows.find(source.id)) ?? { ...source, version: 0 };
    const backedOff = countFailure(found, now);
    this.keep(found);
    return backedOff;
  }

  /** After a right password: nothing stands against its source any more. Needs a unit of work. */
  async forgive(source: SignInSource): Promise<void> {
    if (source.version === 0) return;
    const statement =
      source.device === undefined
        ? 'DELETE FROM `sign_in_source` WHERE `id` = ?'
        : 'UPDATE `sign_in_source` SET `failures` = 0, `blocked_until` = NULL, `version` = `version` + 1 WHERE `id` = ?';
    await this.database.execute(statement, [source.id]);
  }

  /**
   * Knows a device from now on; answers the secret for its cookie. One that is known to another account already keeps its
   * secret: people share desks. Whatever else it says is not taken over. Needs a unit of work.
   */
  async remember(accountId: string, said: string | undefined, now: Date): Promise<string> {
    const known =
      said !== undefined && (await this.database.one(signInSources, 'WHERE `device` = ? LIMIT 1', [sha256Of(said)]));
    const secret = known ? said : randomBytes(32).toString('base64url');
    const id = deviceSource(accountId, secret);
    const fresh = { id, accountId, device: sha256Of(secret), failures: 0, lastAt: now, version: 0 };
    this.keep(Object.assign((await this.rows.find(id)) ?? fresh, { lastAt: now }));
    return secret;
  }

  /** Lets every device and address try again. Needs a unit of work. */
  async unblock(accountId: string): Promise<void> {
    await this.database.execute(
      'UPDATE `sign_in_source` SET `failures` = 0, `blocked_until` = NULL, `version` = `version` + 1 WHERE `account_id` = ?',
      [accountId],
    );
  }

  /** Those of some accounts of which a device or an address may not try for now. */
  async blockedAmong(accountIds: readonly string[], now: Date): Promise<Set<string>> {
    if (accountIds.length === 0) return new Set();
    const found = await this.database.query<{ id: string }>(
      `SELECT DISTINCT \`account_id\` AS id FROM \`sign_in_source\` WHERE \`blocked_until\` > ? AND \`account_id\` IN (${placeholders(accountIds.length)})`,
      [sqlTime(now), ...accountIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Forgets addresses after a day and devices that nobody has used for long. */
  async forgetOld(now: Date): Promise<void> {
    await this.database.write(() =>
      this.database.execute('DELETE FROM `sign_in_source` WHERE `device` IS NULL AND `last_at` < ?', [
        sqlTime(addMs(now, -ADDRESS_MS)),
      ]),
    );
    await sweep(this.database, signInSources, 'lastAt', addMs(now, -DEVICE_MS));
  }

  private keep(source: SignInSource): void {
    if (source.version === 0) {
      source.version = 1;
      this.rows.add(source);
    } else {
      touch(source);
      this.rows.save(source);
    }
  }
}
