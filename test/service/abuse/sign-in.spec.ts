import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '#platform';
import { Passwords } from '../../../apps/identity/src/outbound/passwords.js';
import { faultsOf, send, type Answer } from './client.js';
import { changed, Stores } from './stores.js';
import { PASSWORD, startSystem, type System } from './system.js';

jest.setTimeout(60_000);

/** Sign-in attempts per minute and address of this system. */
const PER_MINUTE = 30;
const REFUSED = { status: 401, code: 'session.refused' };

let system: System;
let stores: Stores;

beforeAll(async () => {
  // One proxy in front: every test comes from an address of its own.
  system = await startSystem({ QIJING_SIGN_IN_PER_MINUTE: String(PER_MINUTE), QIJING_TRUSTED_PROXIES: '1' });
  stores = await Stores.open(system.database);
}, 120_000);

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await stores?.close();
  await system?.stop();
}, 60_000);

/** Signs in from an address. */
const signIn = (account: string, password: string, address: string, headers = {}): Promise<Answer> =>
  send(system.url, {
    method: 'POST',
    path: '/api/v1/sessions',
    body: { account, password },
    headers: { 'x-forwarded-for': address, ...headers },
  });

const cookieOf = (answer: Answer): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** An answer without what differs from request to request. */
const told = ({ status, text }: Answer): unknown => [status, { ...(JSON.parse(text) as object), traceId: undefined }];

describe('the session cookie', () => {
  it('is HttpOnly, SameSite=Strict, for the whole site, and Secure behind https', async () => {
    const [plain = ''] = (await signIn('operator', PASSWORD, '10.0.0.1')).headers.getSetCookie();
    expect(plain.split('; ').slice(1)).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Strict']));
    expect(plain).not.toContain('Domain');
    const secure = await signIn('operator', PASSWORD, '10.0.0.1', { 'x-forwarded-proto': 'https' });
    expect(secure.headers.getSetCookie()[0]).toContain('Secure');
  });

  it('is of this very host behind https, where one that a sister site put there counts for nothing', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    const cookie = cookieOf(await signIn('operator', PASSWORD, '10.0.0.8', https));
    expect(cookie).toMatch(/^__Host-qijing_session=/);
    const current = (sent: string) =>
      send(system.url, { method: 'GET', path: '/api/v1/sessions/current', headers: { ...https, cookie: sent } });
    expect((await current(`qijing_session=tossed; ${cookie}`)).status).toBe(200);
    expect((await current(cookie.replace('__Host-', ''))).status).toBe(401);
  });

  it('alone carries the token to a page; a program reads it in the answer', async () => {
    const origin = new URL(system.url).origin;
    const page = await signIn('operator', PASSWORD, '10.0.0.9', { origin });
    expect([page.status, 'accessToken' in JSON.parse(page.text)]).toEqual([201, false]);
    expect(JSON.parse((await signIn('operator', PASSWORD, '10.0.0.9')).text)).toHaveProperty('accessToken');
  });

  it('is given to nobody who signs in from the pages of another site', async () => {
    const answer = await signIn('operator', PASSWORD, '10.0.0.10', { origin: 'https://elsewhere.example' });
    expect(faultsOf(answer, { status: 403, code: 'auth.cross-site' }, 'zh')).toEqual([]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('ends with the session, and the token with it', async () => {
    const answer = await signIn('operator', PASSWORD, '10.0.0.2');
    const cookie = cookieOf(answer);
    const { accessToken } = JSON.parse(answer.text) as { accessToken: string };
    const current = (headers: Record<string, string>, method = 'GET') =>
      send(system.url, { method, path: '/api/v1/sessions/current', headers });
    expect((await current({ cookie })).status).toBe(200);
    const end = await current({ cookie }, 'DELETE');
    expect([end.status, end.text]).toEqual([204, '']);
    expect(end.headers.getSetCookie()[0]).toMatch(/^qijing_session=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
    const invalid = { status: 401, code: 'auth.token-invalid' };
    expect(faultsOf(await current({ cookie }), invalid, 'zh')).toEqual([]);
    expect(faultsOf(await current({ authorization: `Bearer ${accessToken}` }), invalid, 'zh')).toEqual([]);
  });
});

describe('a write with the cookie', () => {
  let cookie: string;
  let token: string;
  beforeAll(async () => {
    const answer = await signIn('operator', PASSWORD, '10.0.0.3');
    cookie = cookieOf(answer);
    token = (JSON.parse(answer.text) as { accessToken: string }).accessToken;
  });

  const json = { 'content-type': 'application/json' };
  const own = (): string => new URL(system.url).origin;
  // An empty report is refused by its fields (400) once it has passed the check of where it comes from.
  it.each<[what: string, headers: () => Record<string, string>, status: number]>([
    ['from our own page', () => ({ ...json, origin: own(), 'sec-fetch-site': 'same-origin' }), 400],
    ['from a program', () => json, 400],
    ['typed by the user', () => ({ ...json, 'sec-fetch-site': 'none' }), 400],
    ['from another site', () => ({ ...json, 'sec-fetch-site': 'cross-site' }), 403],
    ['from a sister site', () => ({ ...json, 'sec-fetch-site': 'same-site' }), 403],
    ['from another origin', () => ({ ...json, origin: 'https://evil.example' }), 403],
    ['from an opaque origin', () => ({ ...json, origin: 'null' }), 403],
    ['from another port', () => ({ ...json, origin: 'http://localhost:1' }), 403],
    ['from a name that begins like ours', () => ({ ...json, origin: `${own()}.evil.example` }), 403],
    ['as a text form', () => ({ 'content-type': 'text/plain' }), 415],
    ['as a form', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
  ])('%s', async (_what, headers, status) => {
    const answer = await send(system.url, {
      method: 'POST',
      path: '/api/v1/reports',
      raw: '{}',
      headers: { cookie, ...headers() },
    });
    const code = { 400: 'request.invalid', 403: 'auth.cross-site', 415: 'request.media-type' }[status];
    expect(faultsOf(answer, { status, ...(code && { code }) }, 'zh')).toEqual([]);
  });

  it('without body and type is refused, and so is signing out from elsewhere', async () => {
    const path = '/api/v1/sessions/current';
    const bare = await send(system.url, { method: 'POST', path: '/api/v1/reports', headers: { cookie } });
    const foreign = { cookie, origin: 'https://evil.example' };
    const out = await send(system.url, { method: 'DELETE', path, headers: foreign });
    expect([bare.status, out.status]).toEqual([403, 403]);
    expect((await send(system.url, { method: 'GET', path, headers: { cookie } })).status).toBe(200);
  });

  it('is not asked where it comes from when a bearer token carries it', async () => {
    const headers = { ...json, origin: 'https://evil.example' };
    const answer = await send(system.url, { method: 'POST', path: '/api/v1/reports', raw: '{}', token, headers });
    expect(answer.status).toBe(400);
  });
});

describe('guessing passwords', () => {
  it('backs an address off an account after five failures in whatever case, for a quarter of an hour, and off nothing else', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const name = attempt % 2 === 0 ? 'TRF01' : 'trf01';
      expect(faultsOf(await signIn(name, 'wrong', '10.0.0.4'), REFUSED, 'zh')).toEqual([]);
    }
    expect((await signIn('TRF01', PASSWORD, '10.0.0.4')).status).toBe(401);
    expect((await signIn('TRF02', PASSWORD, '10.0.0.4')).status).toBe(201);
    later(14);
    expect((await signIn('TRF01', PASSWORD, '10.0.0.4')).status).toBe(401);
    later(16);
    expect((await signIn('TRF01', PASSWORD, '10.0.0.4')).status).toBe(201);
  });

  it('counts guesses sent at once like guesses in a row', async () => {
    await Promise.all(Array.from({ length: 8 }, () => signIn('PAT01', 'wrong', '10.0.0.5')));
    expect((await signIn('PAT01', PASSWORD, '10.0.0.5')).status).toBe(401);
  });

  it('learns nothing about which accounts exist: same answer, same work, nothing stored', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signIn('PAT02', 'wrong', '10.0.0.6')));
    const passwords = system.app.get(Passwords, { strict: false });
    const verify = jest.spyOn(passwords, 'verify');
    const nothing = jest.spyOn(passwords, 'verifyNothing');
    const before = await stores.contents();
    const unknown = await signIn('nobody', 'wrong', '10.0.0.6');
    const locked = await signIn('PAT02', PASSWORD, '10.0.0.6');
    expect(changed(before, await stores.contents())).toEqual([]);
    const wrong = await signIn('PAT03', 'wrong', '10.0.0.6');
    expect([told(locked), told(wrong)]).toEqual([told(unknown), told(unknown)]);
    expect([nothing.mock.calls.length, verify.mock.calls.length]).toEqual([2, 1]);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('is slowed down per address, and leaves other addresses alone', async () => {
    const attempts = await Promise.all(
      Array.from({ length: PER_MINUTE + 5 }, (_, n) => signIn(`ghost-${n}`, 'wrong', '10.0.0.7')),
    );
    const limited = attempts.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(5);
    for (const answer of limited) {
      expect(faultsOf(answer, { status: 429, code: 'request.too-many' }, 'zh')).toEqual([]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await signIn('operator', PASSWORD, '10.0.0.8')).status).toBe(201);
  });

  it('leaves no password and no token in the log', () => {
    expect(system.logs()).not.toMatch(new RegExp(`${PASSWORD}|eyJ|qijing_session=`));
  });
});

/** Puts the clock forward. */
function later(minutes: number): void {
  const at = new Date(Date.now() + minutes * 60_000);
  jest.spyOn(system.app.get(Clock), 'now').mockReturnValue(at);
}
