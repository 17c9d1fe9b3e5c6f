import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { send } from './client.js';
import { feedOf } from './feed.js';
import { Stores } from './stores.js';
import { World, type Incident } from './world.js';

jest.setTimeout(60_000);

let world: World;
let stores: Stores;
beforeAll(async () => {
  world = await World.start();
  stores = await Stores.open(world.system.database);
}, 120_000);
afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

const get = (account: string, path: string) =>
  send(world.system.url, { method: 'GET', path: `/api/v1/${path}`, token: world.people.token(account) });
const restrict = (as: string, { incidentId }: Incident, account?: string) =>
  world.act(as, 'POST', `incident-files/${incidentId}/restrict`, {
    reason: '疑有内部人员',
    ...(account !== undefined && { safeContact: { account } }),
  });

/** Everything that somebody of an enterprise could learn of an incident by; empty where that is nothing. */
async function learnt(account: string, { incidentId, reportId }: Incident): Promise<string[]> {
  const pages = [`incident-files/${incidentId}`, `incidents/${incidentId}`, `reports/${reportId}`];
  const lists = ['incident-files?limit=200', 'incidents?limit=200', `notices?incidentId=${incidentId}`];
  const open = await Promise.all(
    pages.map(async (path) => ((await get(account, path)).status === 200 ? [path.split('/')[0] ?? ''] : [])),
  );
  const listed = await Promise.all(
    lists.map(async (path) => ((await get(account, path)).text.includes(incidentId) ? [`list of ${path}`] : [])),
  );
  const feed = (await feedOf(world, account)).includes(incidentId) ? ['feed'] : [];
  return [...open, ...listed, feed].flat();
}

/** The lead unit tells that it suspects somebody of the enterprise. */
async function suspect({ assignments }: Incident): Promise<void> {
  const assignment = `assignments/${assignments['PS02'] ?? ''}`;
  await world.act('PS02', 'POST', `${assignment}/acknowledge`, {});
  await world.act('PS02', 'POST', `${assignment}/feedback`, { text: '仓管员有嫌疑', insiderSuspected: true });
  await stores.settled();
}

describe('an insider who reports', () => {
  it('learns nothing more once a unit suspects somebody inside, although he named himself as safe contact', async () => {
    const incident = await world.report('enterprise', {
      enterpriseId: undefined,
      safeContact: { account: 'enterprise' },
    });
    expect(await learnt('enterprise', incident)).not.toEqual([]);
    await suspect(incident);
    expect(await learnt('enterprise', incident)).toEqual([]);
  });

  it('learns nothing from the beginning where the report itself says that insiders may be involved', async () => {
    const told = { enterpriseId: undefined, flags: ['insider_suspected'], safeContact: { account: 'enterprise' } };
    expect(await learnt('enterprise', await world.report('enterprise', told))).toEqual([]);
  });

  it('loses what police had confirmed when suspicion comes later', async () => {
    const incident = await world.report('operator');
    await restrict('operator', incident, 'enterprise');
    await stores.settled();
    expect(await learnt('enterprise', incident)).not.toEqual([]);
    await suspect(incident);
    expect(await learnt('enterprise', incident)).toEqual([]);
  });
});

describe('the safe contact', () => {
  it('of another enterprise is nobody: he is told nothing, wherever he was named', async () => {
    const reported = await world.report('enterprise', {
      type: 'E102',
      enterpriseId: undefined,
      safeContact: { account: 'competitor' },
    });
    const named = await world.report('operator', { type: 'E102', safeContact: { account: 'competitor' } });
    expect([await learnt('competitor', reported), await learnt('competitor', named)]).toEqual([[], []]);
  });

  it('is the one account, in whatever case its name is written', async () => {
    const incident = await world.report('operator', { type: 'E102' });
    await restrict('operator', incident, 'ENTERPRISE');
    await stores.settled();
    expect((await get('enterprise', `incident-files/${incident.incidentId}`)).status).toBe(200);
    expect(await learnt('colleague', incident)).toEqual([]);
  });

  it('reads of what was told before only what law demands', async () => {
    const incident = await world.report('operator');
    await restrict('PS02', incident, 'enterprise');
    await stores.settled();
    const { text } = await get('enterprise', `notices?incidentId=${incident.incidentId}`);
    const steps = (JSON.parse(text) as { items: { step: string }[] }).items.map(({ step }) => step);
    expect(steps).toContain('received');
    expect(steps).not.toContain('dispatched');
  });

  it('is removed by restricting again without one', async () => {
    const incident = await world.report('operator', { type: 'E102', safeContact: { account: 'enterprise' } });
    await restrict('operator', incident);
    await stores.settled();
    expect(await learnt('enterprise', incident)).toEqual([]);
  });
});

describe('a restriction that cases decided', () => {
  it('is known at intake: shown to whom the file is shown, hidden from whom it is hidden', async () => {
    const incident = await world.report('operator');
    const path = `incidents/${incident.incidentId}`;
    expect((await get('clerk', path)).status).toBe(200);
    await suspect(incident);
    expect(JSON.parse((await get('operator', path)).text)).toMatchObject({ restricted: true });
    expect((await get('clerk', path)).status).toBe(404);
    expect((await get('clerk', 'incidents?limit=200')).text).not.toContain(incident.incidentId);
    expect((await get('clerk', `reports/${incident.reportId}`)).status).toBe(404);
  });
});

describe('what only some need', () => {
  it('shows bank accounts whole to who works on the money, and leaders neither these nor telephones of contacts', async () => {
    const payerAccount = '6222020000001234567';
    const incident = await world.report('operator', { type: 'E104', details: { payerAccount, amountFen: 100 } });
    const file = `incident-files/${incident.incidentId}`;
    for (const account of ['operator', 'PS02']) expect((await get(account, file)).text).toContain(payerAccount);
    for (const path of [file, `reports/${incident.reportId}`]) {
      const { status, text } = await get('leader', path);
      expect([status, text.includes(payerAccount)]).toEqual([200, false]);
    }
    expect((await get('operator', 'enterprises')).text).toMatch(/"phone":"1/);
    expect((await get('leader', 'enterprises')).text).not.toMatch(/"phone":"[^"]/);
  });
});
