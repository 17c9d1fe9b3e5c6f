import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { newId } from '#persistence';
import { EndedSessions } from './ended-sessions.js';
import { DEAF_MS, FollowIdentity } from './follow-identity.js';
import type { EndedSession, EndedSince, IdentitySource } from './identity-source.js';
import { KeyRing } from './key-ring.js';
import { LONGEST_SESSION_MINUTES, signToken, TokenVerifier } from './token.js';

const HOUR_MS = 3_600_000;
const instant = (ms: number): string => new Date(ms).toISOString();

/** Identity as it is at the moment, with pages of two sessions. */
class Identity implements IdentitySource {
  readonly jwks: JWK[] = [];
  readonly sessions: EndedSession[] = [];
  readonly asked: EndedSince[] = [];
  away = false;

  keys(): Promise<JWK[]> {
    return this.away ? Promise.reject(new Error('away')) : Promise.resolve([...this.jwks]);
  }

  ended(from: EndedSince): Promise<{ sessions: EndedSession[]; more: boolean }> {
    this.asked.push(from);
    const { since = '', after = '' } = from;
    const later = this.sessions.filter(
      ({ endedAt, sessionId }) => endedAt > since || (endedAt === since && sessionId > after),
    );
    return Promise.resolve({ sessions: later.slice(0, 2), more: later.length > 2 });
  }

  async addKey(kid: string): Promise<CryptoKey> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    this.jwks.push({ ...(await exportJWK(publicKey)), kid });
    return privateKey;
  }

  end(sessionId: string, endedAt: number): void {
    this.sessions.push({ sessionId, endedAt: instant(endedAt), expiresAt: instant(endedAt + HOUR_MS) });
    this.sessions.sort((a, b) => (a.endedAt + a.sessionId < b.endedAt + b.sessionId ? -1 : 1));
  }
}

function token(key: CryptoKey, kid: string, sessionId = newId(), minutes = 60): Promise<string> {
  const caller = { accountId: 'a1', account: 'try', name: '张三', roles: ['call_taker' as const] };
  const issuedAt = new Date();
  return signToken(
    { caller, sessionId, issuedAt, expiresAt: new Date(issuedAt.getTime() + minutes * 60_000) },
    key,
    kid,
  );
}

describe('what identity tells', () => {
  let at = 0;
  let identity: Identity;
  let ended: EndedSessions;
  let follow: FollowIdentity;
  let verifier: TokenVerifier;
  let key: CryptoKey;
  /** A turn as it comes once a second. */
  const turn = (): Promise<void> => follow.turnNow();
  const outcome = (sent: string): Promise<string> =>
    verifier.verify(sent).then(
      () => 'good',
      (error: { code: string }) => error.code,
    );

  beforeEach(async () => {
    at = 0;
    identity = new Identity();
    key = await identity.addKey('k1');
    const keys = new KeyRing();
    ended = new EndedSessions();
    follow = new FollowIdentity(keys, ended, { clock: () => at });
    verifier = new TokenVerifier(keys, ended, follow);
    await follow.follow(identity);
  });
  afterEach(() => follow.onModuleDestroy());

  it('ends sessions and whatever watches them, pages and late commits included, each once', async () => {
    const now = Date.now();
    const told: string[] = [];
    const ids = ['a', 'b', 'c', 'd', 'late'];
    for (const id of ids) ended.watch(id, () => told.push(id));
    for (const [nth, id] of ['a', 'b', 'c', 'd'].entries()) identity.end(id, now + (nth < 3 ? 0 : nth));
    await turn();
    // Ended before the last one known, by a transaction that was committed after it.
    identity.end('late', now - 30_000);
    await turn();
    await turn();
    expect(told).toEqual(ids);
    expect(ids.map((id) => ended.has(id))).toEqual(ids.map(() => true));
    expect(identity.asked.at(-1)?.since).not.toBeUndefined();
  });

  it('refuses a token as soon as its session has ended, though it was verified before', async () => {
    const sent = await token(key, 'k1', 's1');
    expect(await outcome(sent)).toBe('good');
    identity.end('s1', Date.now());
    await turn();
    expect(await outcome(sent)).toBe('auth.token-invalid');
  });

  it('takes a new key at once, and lets none go on that was removed', async () => {
    const next = await identity.addKey('k2');
    const [old, young] = [await token(key, 'k1'), await token(next, 'k2')];
    expect([await outcome(old), await outcome(young)]).toEqual(['good', 'auth.token-invalid']);
    await turn();
    expect([await outcome(old), await outcome(young)]).toEqual(['good', 'good']);
    identity.jwks.shift();
    await turn();
    expect([await outcome(old), await outcome(young)]).toEqual(['auth.token-invalid', 'good']);
  });

  it('is believed for five minutes of silence, and nobody is let in after that until it speaks again', async () => {
    const sent = await token(key, 'k1');
    const unknown = await token((await generateKeyPair('ES256')).privateKey, 'k9');
    expect([await outcome(sent), await outcome(unknown)]).toEqual(['good', 'auth.token-invalid']);
    identity.away = true;
    at = DEAF_MS;
    await turn();
    expect([await outcome(sent), await outcome(unknown)]).toEqual(['good', 'auth.keys-unavailable']);
    at = DEAF_MS + 1;
    expect(await outcome(sent)).toBe('auth.keys-unavailable');
    identity.away = false;
    await turn();
    expect(await outcome(sent)).toBe('good');
  });

  it('does not help a token that claims to last longer than a shift', async () => {
    expect(await outcome(await token(key, 'k1', newId(), LONGEST_SESSION_MINUTES))).toBe('good');
    expect(await outcome(await token(key, 'k1', newId(), LONGEST_SESSION_MINUTES + 1))).toBe('auth.token-invalid');
  });

  it('is waited for where it runs elsewhere: nobody is let in before its first word', async () => {
    const deaf = new FollowIdentity(new KeyRing(), ended, { jwksUrl: 'http://127.0.0.1:1/.well-known/jwks.json' });
    await deaf.onApplicationBootstrap();
    expect([deaf.deaf, deaf.behind]).toEqual([true, true]);
    await deaf.onModuleDestroy();
  });
});
