import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { auditEntries } from '#persistence';
import { Clock, storesOf } from '#platform';
import { demoUnits } from '../../../apps/standalone/src/demo/data/units.js';
import { cookieTokenOf, faultsOf, send, type Answer } from './client.js';
import { PASSWORD, startSystem, type System } from './system.js';

jest.setTimeout(120_000);

const REFUSED = { status: 401, code: 'session.refused' };
/** Everybody whom an attacker can name: the desk, those who decide, and the units. */
const NAMES = [
  ...['operator', 'chief', 'director', 'legal', 'leader', 'admin', 'security', 'audit', 'enterprise'],
  ...demoUnits.map(({ id }) => id),
];
const ATTACKERS = ['203.0.113.7', '2001:db8:bad::1'];

let system: System;

beforeAll(async () => {
  system = await startSystem({ QIJING_SIGN_IN_PER_MINUTE: '0', QIJING_TRUSTED_PROXIES: '1' });
}, 120_000);

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await system?.stop();
}, 60_000);

/** Puts the clock forward. */
function later(minutes: number): void {
  const at = new Date(Date.now() + minutes * 60_000);
  jest.spyOn(system.app.get(Clock), 'now').mockReturnValue(at);
}

/** Signs in from an address, as a page does. */
const signIn = (account: string, password: string, address: string, cookie = ''): Promise<Answer> =>
  send(system.url, {
    method: 'POST',
    path: '/api/v1/sessions',
    body: { account, password },
    headers: { 'x-forwarded-for': address, origin: new URL(system.url).origin, cookie },
  });

const deviceOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('qijing_device='))
    ?.split(';')[0] ?? '';

const wrong = (account: string, address: string, cookie = ''): Promise<Answer> =>
  signIn(account, 'Wrong-password-1', address, cookie);

/** A few at a time: checking a password is slow on purpose. */
async function some<T>(names: readonly string[], work: (name: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let from = 0; from < names.length; from += 6)
    done.push(...(await Promise.all(names.slice(from, from + 6).map(work))));
  return done;
}

async function guessFiveTimes(account: string, address: string, cookie = ''): Promise<void> {
  for (let n = 0; n < 5; n += 1) expect((await wrong(account, address, cookie)).status).toBe(401);
}

/** Names that cannot sign in with the right password. */
async function shutOut(
  address: string,
  devices?: ReadonlyMap<string, string>,
  names: readonly string[] = NAMES,
): Promise<string[]> {
  const answers = await some(names, async (name) => ({
    name,
    ...(await signIn(name, PASSWORD, address, devices?.get(name))),
  }));
  return answers.filter(({ status }) => status !== 201).map(({ name }) => name);
}

const identity = () => storesOf(system.app).find(({ service }) => service === 'identity')!.database;

describe('guessing at every account', () => {
  const devices = new Map<string, string>();
  beforeAll(async () => {
    for (const name of NAMES) devices.set(name, deviceOf(await signIn(name, PASSWORD, '198.51.100.1')));
    expect([...devices.values()].every((cookie) => cookie.length > 40)).toBe(true);
  });

  it('five times from two addresses keeps nobody out on a known device, nor elsewhere', async () => {
    for (const address of ATTACKERS) await some(NAMES, (name) => guessFiveTimes(name, address));
    expect(await shutOut('198.51.100.1', devices)).toEqual([]);
    // Known devices are known by their cookie: also where the attacker sits.
    expect(await shutOut(ATTACKERS[0]!, devices)).toEqual([]);
    expect(await shutOut('198.51.100.2')).toEqual([]);
    expect(await shutOut(ATTACKERS[0]!)).toEqual(NAMES);
    // Whoever has a network of IPv6 has all its addresses.
    expect(await shutOut('2001:db8:bad:0:ffff::9')).toEqual(NAMES);
  });

  it('for hours, as often as that is answered at all, keeps nobody out', async () => {
    for (const minutes of [16, 32]) {
      later(minutes);
      for (const address of ATTACKERS) await some(NAMES.slice(0, 12), (name) => guessFiveTimes(name, address));
      expect(await shutOut('198.51.100.1', devices, NAMES.slice(0, 12))).toEqual([]);
    }
  });

  it('is told once, by name of the account and for all together, and leaves no name typed', async () => {
    const told = system
      .logs()
      .split('\n')
      .filter((line) => line.includes('passwords are being guessed'));
    expect(told.filter((line) => line.includes('"everybody":true')).length).toBeGreaterThanOrEqual(1);
    for (let n = 0; n < 45; n += 1) await wrong('custodian', `192.0.2.${n}`);
    const [{ id } = { id: '' }] = await identity().query<{ id: string }>(
      "SELECT `id` FROM `account` WHERE `account_key` = 'custodian'",
    );
    const lines = system
      .logs()
      .split('\n')
      .filter((line) => line.includes('being guessed') && line.includes(id));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('custodian');
    const entries = await identity().rows(auditEntries, "WHERE `act` = 'sign-in.guessing' AND `object` = ?", [id]);
    expect(entries).toHaveLength(1);
    expect((await signIn('custodian', PASSWORD, '198.51.100.3')).status).toBe(201);
  });
});

describe('a device', () => {
  it('is known by a random secret that scripts cannot read and no table holds', async () => {
    const [session = '', device = ''] = (await signIn('eso', PASSWORD, '198.51.100.4')).headers.getSetCookie();
    expect(session).toMatch(/^qijing_session=/);
    expect(device).toMatch(
      /^qijing_device=[\w-]{43}; Max-Age=7776000; Path=\/api\/v1\/sessions; .*HttpOnly; SameSite=Strict/,
    );
    const secret = /=([\w-]{43});/.exec(device)?.[1] ?? 'none';
    const rows = await identity().query<object>('SELECT * FROM `sign_in_source`');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${secret}|198\\.51\\.100`));
  });

  it('is shared by those who share a desk, takes no secret that somebody else chose, and is none of a program', async () => {
    const first = deviceOf(await signIn('deputy', PASSWORD, '198.51.100.5'));
    expect(deviceOf(await signIn('bureau', PASSWORD, '198.51.100.5', first))).toBe(first);
    const chosen = `qijing_device=${'A'.repeat(43)}`;
    expect(deviceOf(await signIn('deputy', PASSWORD, '198.51.100.5', chosen))).not.toBe(chosen);
    const program = await send(system.url, {
      method: 'POST',
      path: '/api/v1/sessions',
      body: { account: 'deputy', password: PASSWORD },
    });
    expect([program.status, deviceOf(program)]).toEqual([201, '']);
  });

  it('has a count of its own, which the right password ends', async () => {
    const device = deviceOf(await signIn('followup', PASSWORD, '198.51.100.6'));
    for (let n = 0; n < 4; n += 1) await wrong('followup', '198.51.100.6', device);
    expect((await signIn('followup', PASSWORD, '198.51.100.6', device)).status).toBe(201);
    await guessFiveTimes('followup', '198.51.100.6', device);
    expect(faultsOf(await signIn('followup', PASSWORD, '198.51.100.6', device), REFUSED, 'zh')).toEqual([]);
    expect((await signIn('followup', PASSWORD, '198.51.100.6')).status).toBe(201);
    later(16);
    expect((await signIn('followup', PASSWORD, '198.51.100.6', device)).status).toBe(201);
  });
});

describe('guesses sent at once', () => {
  it('at one name wait for each other up to a limit, then are told to come later, and hold up no known device', async () => {
    const device = deviceOf(await signIn('bank', PASSWORD, '198.51.100.7'));
    let looked = 0;
    const guesses = Array.from({ length: 60 }, () =>
      wrong('bank', '203.0.113.9').then((answer) => {
        if (answer.status === 401) looked += 1;
        return answer;
      }),
    );
    const own = await signIn('bank', PASSWORD, '198.51.100.7', device);
    expect([own.status, looked < 10]).toEqual([201, true]);
    const answers = await Promise.all(guesses);
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThanOrEqual(40);
    for (const answer of late) {
      expect(faultsOf(answer, { status: 429, code: 'session.too-many-attempts' }, 'zh')).toEqual([]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('are refused alike for names that nobody has', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => wrong('nobody-has-this', '203.0.113.10')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
  });
});

describe('unlocking', () => {
  it('by an administrator lets a device and an address try again at once', async () => {
    await guessFiveTimes('enterprise2', '198.51.100.8');
    expect((await signIn('enterprise2', PASSWORD, '198.51.100.8')).status).toBe(401);
    const token = cookieTokenOf(await signIn('admin', PASSWORD, '198.51.100.9'));
    const read = await send(system.url, { method: 'GET', path: '/api/v1/accounts?limit=200', token });
    const { items } = JSON.parse(read.text) as { items: { account: string; accountId: string; locked: boolean }[] };
    const held = items.find(({ account }) => account === 'enterprise2');
    expect(held?.locked).toBe(true);
    const path = `/api/v1/accounts/${held?.accountId ?? ''}/unlock`;
    const unlocked = await send(system.url, { method: 'POST', path, token, body: {}, headers: { 'if-match': '*' } });
    expect(JSON.parse(unlocked.text)).toMatchObject({ locked: false });
    expect((await signIn('enterprise2', PASSWORD, '198.51.100.8')).status).toBe(201);
  });
});
