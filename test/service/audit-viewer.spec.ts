import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SERVICES } from '#contracts';
import { send, type Answer } from './abuse/client.js';
import { World, type Incident } from './abuse/world.js';

interface Entry {
  subject: string;
  seq: number;
  at: string;
  actor: string;
  act: string;
  success: boolean;
  outcome?: string;
  after?: { roles: string[] };
}

jest.setTimeout(60_000);
let world: World;
let incident: Incident;
beforeAll(async () => {
  world = await World.start();
  incident = await world.report('operator');
}, 120_000);
afterAll(() => world?.system.stop(), 60_000);

const get = (path: string, as = 'audit'): Promise<Answer> =>
  send(world.system.url, { method: 'GET', path: `/api/v1/audit/${path}`, token: world.people.token(as) });
async function page(path: string): Promise<{ items: Entry[]; next: string | null }> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return JSON.parse(answer.text) as { items: Entry[]; next: string | null };
}

describe('the audit trail', () => {
  it.each(SERVICES)('of %s is read page by page, newest first, each entry once', async (service) => {
    // Reading leaves traces too: there are some everywhere.
    for (let n = 0; n < 5; n += 1) await page(service);
    const { items: all, next } = await page(`${service}?limit=200`);
    expect(all.length).toBeGreaterThan(4);
    const seen: Entry[] = [];
    for (let after: string | null = ''; after !== null && seen.length < 12;) {
      const more: { items: Entry[]; next: string | null } = await page(
        `${service}?limit=3${after === '' ? '' : `&after=${after}`}&to=${encodeURIComponent(new Date(Date.parse(all[0]?.at ?? '') + 1).toISOString())}`,
      );
      seen.push(...more.items);
      after = more.next;
    }
    const names = (entries: Entry[]) => entries.map(({ subject, seq }) => `${subject} ${seq}`);
    expect(names(seen)).toEqual(names(all).slice(0, seen.length));
    expect(next === null || all.length === 200).toBe(true);
    const times = all.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('says who did what to an incident, and what was refused, by what people look for', async () => {
    const { items } = await page(`intake?subject=${incident.incidentId}`);
    expect(items.at(-1)).toMatchObject({ seq: 1, act: 'incident.reported.v1', success: true });
    const { actor = '' } = items.at(-1) ?? {};
    expect(
      (await page(`intake?actor=${encodeURIComponent(actor)}&act=incident.reported.v1`)).items.length,
    ).toBeGreaterThan(0);
    await send(world.system.url, {
      method: 'POST',
      path: '/api/v1/accounts',
      body: {},
      token: world.people.token('operator'),
    });
    const refused = (await page('identity?refused=true')).items;
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ success, outcome }) => !success && outcome !== undefined)).toBe(true);
  });

  it('is read by the audit administrator alone, who leaves a trace', async () => {
    for (const who of ['admin', 'security', 'operator', 'chief', 'enterprise'])
      expect([who, (await get('identity', who)).status]).toEqual([who, 403]);
    await page('identity?limit=1');
    expect((await page('identity?act=audit.read')).items.length).toBeGreaterThan(0);
  });
});
