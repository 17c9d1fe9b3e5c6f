import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SecurityLog } from '#platform';
import { testProfile } from '#testing';
import { freshKey, send, type Sent } from './abuse/client.js';
import { CANARIES, World } from './abuse/world.js';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.start({ QIJING_SIGN_IN_PER_MINUTE: '12', QIJING_LOG_LEVEL: 'warn' });
}, 120_000);
afterAll(() => world?.system.stop(), 60_000);

const told = (): Record<string, unknown>[] =>
  world.system
    .logs()
    .split('\n')
    .filter((line) => line.includes('"security.'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The security events that some requests lead to, one after the other. */
async function eventsOf(requests: readonly Sent[]): Promise<Record<string, unknown>[]> {
  const before = told().length;
  for (const request of requests) await send(world.system.url, request);
  return told().slice(before);
}

const many = (count: number, request: Sent): Sent[] => Array.from({ length: count }, () => request);
const asked = (account: string, path: string): Sent => ({
  ...{ method: 'POST', path: `/api/v1/${path}`, token: world.people.token(account), body: {} },
  headers: freshKey(),
});
const guess = (n: number): Sent => ({
  ...{ method: 'POST', path: '/api/v1/sessions' },
  body: { account: CANARIES.reporterName, password: `${CANARIES.phone}-${n}` },
});

describe(`security events on ${testProfile()}`, () => {
  it('are told of guessing and of the limit it runs into, once each', async () => {
    const events = await eventsOf(Array.from({ length: 30 }, (_, n) => guess(n)));
    const names = events.map(({ msg }) => msg).filter((msg) => msg !== 'security.sign-in-guessing');
    expect(names).toEqual(['security.sign-in-refused', 'security.rate-limited']);
    expect(events[0]).toMatchObject({ level: 'warn', code: 'session.refused', count: 5 });
  });

  it('are told of a series of acts that are not permitted, by account', async () => {
    expect(await eventsOf(many(4, asked('enterprise', 'accounts')))).toEqual([]);
    const events = await eventsOf(many(20, asked('enterprise', 'accounts')));
    expect(events).toMatchObject([{ msg: 'security.forbidden', code: 'auth.role-missing', count: 5 }]);
    expect(events[0]?.['accountId']).toEqual(expect.any(String));
  });

  it('are told of forged tokens', async () => {
    const forged = Object.values(await world.people.forged());
    const events = await eventsOf(forged.map((token) => ({ method: 'GET', path: '/api/v1/incidents', token })));
    expect(events).toMatchObject([{ msg: 'security.token-refused', code: 'auth.token-invalid' }]);
  });

  it('are told of a write from a foreign page', async () => {
    const cookie = `qijing_session=${world.people.token('operator')}`;
    const headers = { ...freshKey(), cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const events = await eventsOf(many(3, { method: 'POST', path: '/api/v1/reports', body: {}, headers }));
    expect(events).toMatchObject([{ msg: 'security.cross-site-refused', code: 'auth.cross-site' }]);
  });

  it('are told of bodies beyond all need', async () => {
    const raw = JSON.stringify({ narrative: 'x'.repeat(2 * 1024 * 1024) });
    const events = await eventsOf(many(2, { ...asked('operator', 'reports'), raw }));
    expect(events).toMatchObject([{ msg: 'security.oversized' }]);
  });

  it('say how many there were when the minute is over, and hold no personal data', () => {
    world.system.app.get(SecurityLog).endMinute();
    const totals = told().filter(({ msg }) => msg === 'security.forbidden');
    expect(totals.map(({ count }) => count)).toEqual([5, 24]);
    const text = JSON.stringify(told());
    for (const canary of Object.values(CANARIES)) expect(text).not.toContain(canary);
  });
});
