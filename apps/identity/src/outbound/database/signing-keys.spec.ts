import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { auditEntries, Database, newId } from '#persistence';
import {
  Clock,
  EndedSessions,
  FollowIdentity,
  KeyRing,
  loadConfig,
  LONGEST_SESSION_MINUTES,
  signToken,
  StartRefused,
  TokenVerifier,
} from '#platform';
import { openTestDatabase, type TestDatabase } from '#testing';
import { IdentityConfig } from '../../identity.config.js';
import { KeySeal } from '../key-seal.js';
import { identitySchema, signingKeys } from './identity.schema.js';
import { SigningKeys } from './signing-keys.js';

const MINUTE_MS = 60_000;
const key = (): string => randomBytes(32).toString('base64');

describe('signing keys', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-keys-'));
  const outer = key();
  let store: TestDatabase;
  let database: Database;
  let now: Date;

  beforeEach(async () => {
    store = await openTestDatabase(identitySchema);
    database = store.database;
    now = new Date();
  });
  afterEach(async () => {
    await store.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const clock = (): Clock => Object.assign(new Clock(), { now: () => now });
  /** The keys as another process of identity knows them. */
  const process = (environment: Record<string, string> = { QIJING_KEY: outer }): SigningKeys => {
    const config = loadConfig(IdentityConfig, { QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: dataDir, ...environment });
    return new SigningKeys(database, clock(), new KeySeal(config, config));
  };
  const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
  const kids = async (keys: SigningKeys): Promise<string[]> => (await keys.refresh()).map(({ kid }) => kid);
  const stored = async (): Promise<string> => JSON.stringify(await database.rows(signingKeys, ''));

  it('lie sealed in the database, and are opened by nobody without the key from outside', async () => {
    const { kid } = await process().current();
    expect(await stored()).not.toContain('"d"');
    expect((await process().current()).kid).toBe(kid);
    await expect(process({ QIJING_KEY: key() }).current()).rejects.toThrow(StartRefused);
    await expect(process({ QIJING_KEY: key() }).current()).rejects.toThrow('qijing keys rotate --now');
    const bare = process({ NODE_ENV: 'production', QIJING_AUDIT_KEY_FILE: 'of the audit trail' });
    await expect(bare.current()).rejects.toThrow('QIJING_KEY is not set');
  });

  it('cannot be swapped for each other by whoever writes the table', async () => {
    await process().current();
    await process().rotate({ atOnce: false });
    const [one, two] = await database.rows(signingKeys, 'ORDER BY `slot`');
    const sealed = JSON.stringify(one?.privateJwk);
    await database.write(() =>
      database.execute('UPDATE `signing_key` SET `private_jwk` = ? WHERE `id` = ?', [sealed, two?.id ?? '']),
    );
    await expect(process().refresh()).rejects.toThrow(StartRefused);
  });

  it('of an earlier version, in clear, are taken over and go on', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
    const id = newId();
    await database.write(() => database.insert(signingKeys, [{ id, slot: 1, publicJwk, privateJwk, createdAt: now }]));
    expect(await stored()).toContain('"d"');
    expect((await process().current()).kid).toBe(id);
    expect(await stored()).not.toContain('"d"');
    expect((await process().current()).kid).toBe(id);
  });

  it('are sealed with a key made beside the data where none is given, for its owner alone', async () => {
    const { kid } = await process({}).current();
    const path = join(dataDir, 'qijing.key');
    expect(existsSync(path)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
    expect((await process({}).current()).kid).toBe(kid);
    expect((await process({ QIJING_KEY: readFileSync(path, 'utf8').trim() }).current()).kid).toBe(kid);
  });

  it('are changed under traffic without one request refused, and the old one goes when its last token has run out', async () => {
    const keys = process();
    const other = process();
    const ring = new KeyRing();
    const follow = new FollowIdentity(ring, new EndedSessions());
    const verifier = new TokenVerifier(ring, new EndedSessions(), follow);
    const caller = { accountId: 'a1', account: 'try', name: '张三', roles: ['call_taker' as const] };
    const sent: string[] = [];
    /** A process signs, and one that heard from identity a second ago verifies this and all tokens before. */
    const traffic = async (signer: SigningKeys): Promise<string> => {
      const { kid, privateKey } = await signer.current();
      const issuedAt = new Date();
      const expiresAt = new Date(issuedAt.getTime() + LONGEST_SESSION_MINUTES * MINUTE_MS);
      sent.push(await signToken({ caller, sessionId: newId(), issuedAt, expiresAt }, privateKey, kid));
      for (const token of sent) await verifier.verify(token);
      return kid;
    };
    const hear = async (): Promise<void> => ring.replace((await keys.refresh()).map(({ publicJwk }) => publicJwk));
    await hear();
    const first = await traffic(keys);
    const { kid: second, signsFrom } = await keys.rotate({ atOnce: false });
    expect(signsFrom.getTime()).toBeGreaterThan(now.getTime());
    // The process that rotated knows at once; verifiers do not yet.
    await other.refresh();
    expect([await traffic(keys), await traffic(other)]).toEqual([first, first]);
    for (let second_ = 0; second_ < 12; second_ += 1) {
      await traffic(second_ % 2 === 0 ? keys : other);
      await hear();
      await other.refresh();
      later(1_000);
    }
    expect([await traffic(keys), await traffic(other)]).toEqual([second, second]);
    expect(await kids(keys)).toEqual([first, second]);
    later(LONGEST_SESSION_MINUTES * MINUTE_MS - 20_000);
    expect(await kids(keys)).toEqual([first, second]);
    later(2 * MINUTE_MS);
    expect(await kids(keys)).toEqual([second]);
    expect(await kids(other)).toEqual([second]);
    const acts = (await database.rows(auditEntries, '')).map(({ act, subject }) => [act, subject]);
    expect(acts).toEqual(
      expect.arrayContaining([
        ['signing-key.removed', first],
        ['signing-key.created', second],
      ]),
    );
  });

  it('are all replaced at once when one was stolen, or when the key from outside is lost', async () => {
    const { kid: lost } = await process().current();
    const found = { QIJING_KEY: key() };
    const { kid, signsFrom } = await process(found).rotate({ atOnce: true });
    expect(signsFrom.getTime()).toBe(now.getTime());
    expect(await kids(process(found))).toEqual([kid]);
    expect(kid).not.toBe(lost);
    expect((await process(found).current()).kid).toBe(kid);
  });
});
