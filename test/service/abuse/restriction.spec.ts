import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { learntBy, readAs } from './disclosure.js';
import { Stores } from './stores.js';
import { theft, World, type Incident } from './world.js';

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

const get = (account: string, path: string) => readAs(world, account, path);
const learnt = (account: string, incident: Incident) => learntBy(world, account, incident);
const restrict = (as: string, { incidentId }: Incident, account?: string) =>
  world.act(as, 'POST', `incident-files/${incidentId}/restrict`, {
    reason: '疑有内部人员',
    ...(account !== undefined && { safeContact: { account } }),
  });

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

describe('a restriction that is lifted', () => {
  const lift = async (incident: Incident) => {
    const { incidentId, lead } = incident;
    const asked = { act: 'lift_restriction', basis: '内部人员已到案' };
    const path = `incident-files/${incidentId}/proposals`;
    const { proposalId } = await world.act<{ proposalId: string }>(lead, 'POST', path, asked);
    await stores.settled();
    expect(await learnt('enterprise', incident)).toEqual([]);
    await world.act('director', 'POST', `proposals/${proposalId}/approve`, {});
    await stores.settled();
  };
  const stepsTold = async (incidentId: string): Promise<string[]> => {
    const { text } = await get('enterprise', `notices?incidentId=${incidentId}`);
    return (JSON.parse(text) as { items: { step: string }[] }).items.map(({ step }) => step);
  };

  it('opens everything again to who the matrix says, and sends nothing that was withheld meanwhile', async () => {
    const incident = await world.report('enterprise', { enterpriseId: undefined }, { withCase: false });
    const { incidentId, lead, assignments } = incident;
    const before = await stepsTold(incidentId);
    await restrict('operator', incident);
    await world.act(lead, 'POST', `assignments/${assignments[lead] ?? ''}/acknowledge`, {});
    await world.act(lead, 'POST', `assignments/${assignments[lead] ?? ''}/arrive`, {});
    await lift(incident);
    const all = ['incident-files', 'incidents', 'reports', 'list of incident-files', 'list of incidents'];
    const lists = [`list of notices`, 'feed'];
    expect((await learnt('enterprise', incident)).map((one) => one.split('?')[0])).toEqual([...all, ...lists]);
    expect((await learnt('colleague', incident)).map((one) => one.split('?')[0])).toEqual(
      expect.arrayContaining(['incident-files', 'list of incident-files', ...lists]),
    );
    expect(await learnt('competitor', incident)).toEqual([]);
    expect((await get('clerk', `incidents/${incidentId}`)).status).toBe(200);
    expect(JSON.parse((await get('operator', `incidents/${incidentId}`)).text)).toMatchObject({ restricted: false });
    // That police had come was withheld: it stands in the file, and was not sent afterwards.
    expect(await stepsTold(incidentId)).toEqual(before);
    const { steps } = JSON.parse((await get('enterprise', `incident-files/${incidentId}`)).text) as {
      steps: { step: string; state: string }[];
    };
    expect(steps.filter(({ state }) => state === 'done').map(({ step }) => step)).toContain('on_scene');
    await world.act(lead, 'POST', `assignments/${assignments[lead] ?? ''}/feedback`, { text: '已处置' });
    await stores.settled();
    expect(await stepsTold(incidentId)).toEqual(['feedback', ...before]);
  });

  it('stays lifted whatever else is told, until an insider is suspected anew, be it in the words of before', async () => {
    const suspicion = { enterpriseId: undefined, flags: ['insider_suspected'] };
    const incident = await world.report('enterprise', suspicion);
    const { incidentId } = incident;
    const attach = async (flags: string[]) => {
      await world.act('operator', 'POST', 'reports', { ...theft, relatesTo: incidentId, flags });
      await stores.settled();
    };
    expect(await learnt('enterprise', incident)).toEqual([]);
    await lift(incident);
    await attach(['in_progress']);
    expect(await learnt('enterprise', incident)).not.toEqual([]);
    await attach(['insider_suspected']);
    expect(await learnt('enterprise', incident)).toEqual([]);
    expect((await get('clerk', `incidents/${incidentId}`)).status).toBe(404);
    await lift(incident);
    expect(await learnt('enterprise', incident)).not.toEqual([]);
    await restrict('operator', incident, 'colleague');
    await stores.settled();
    expect(await learnt('enterprise', incident)).toEqual([]);
    expect(await learnt('colleague', incident)).not.toEqual([]);
    await attach(['insider_suspected', 'weapon']);
    expect(await learnt('colleague', incident)).toEqual([]);
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
