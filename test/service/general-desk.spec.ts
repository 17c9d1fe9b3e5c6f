import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testProfile } from '#testing';
import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { freshKey, send } from './abuse/client.js';
import { theft, World } from './abuse/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.system.stop());

interface Receipt {
  readonly reportId: string;
  readonly incidentId: string;
}
interface Seen {
  readonly enterprise?: { readonly id: string };
  readonly enterpriseRelated: boolean;
  readonly assignments: readonly { readonly role: string; readonly unit: { readonly discipline: string } }[];
  readonly dispatch: { readonly informed: readonly { readonly unit?: { readonly id: string } }[] };
  readonly timeline: readonly { readonly type: string; readonly text: { readonly zh: string } }[];
  readonly reporter: { readonly phone: string; readonly noPhone?: string };
}

const { enterpriseId: _of, ...nobodys } = theft;

async function asked<Answer>(account: string, path: string): Promise<{ status: number; body: Answer }> {
  const token = world.people.token(account);
  const { status, text } = await send(world.system.url, { method: 'GET', path: `/api/v1/${path}`, token });
  return { status, body: JSON.parse(text) as Answer };
}
async function report(body: object): Promise<{ status: number; body: Receipt }> {
  const token = world.people.token('operator');
  const answer = await send(world.system.url, {
    method: 'POST',
    path: '/api/v1/reports',
    token,
    body,
    headers: freshKey(),
  });
  return { status: answer.status, body: JSON.parse(answer.text) as Receipt };
}
const fileOf = (incidentId: string, account = 'operator') => asked<Seen>(account, `incident-files/${incidentId}`);

describe(`a report that names no enterprise, on ${testProfile()}`, () => {
  it('sends nobody: the general desk is told, and the time to dispatch runs', async () => {
    const { body } = await report(nobodys);
    const { incidentId } = body;
    await eventually(async () => {
      const file = (await fileOf(incidentId)).body;
      expect(file).toMatchObject({ enterpriseRelated: false, assignments: [] });
      expect(file.dispatch.informed.map(({ unit }) => unit?.id)).toEqual(['CMD01']);
    });
    expect((await fileOf(incidentId, 'CMD01')).status).toBe(200);
    const { timeline } = (await fileOf(incidentId)).body;
    const planned = timeline.find(({ type }) => type === 'dispatch.planned.v1');
    expect(planned?.text.zh).toBe('未派警，已知会 综合警情示范席');
    const { items } = (await asked<{ items: { incidentId: string }[] }>('operator', 'incident-files?limit=50')).body;
    expect(items.find((one) => one.incidentId === incidentId)).toMatchObject({ nextClock: { clock: 'assign' } });
  });

  it('starts the fast track once a later report names one, whose contacts then see it', async () => {
    const { incidentId } = (await report(nobodys)).body;
    await eventually(async () => expect((await fileOf(incidentId)).body.dispatch.informed).toHaveLength(1));
    expect((await fileOf(incidentId, 'enterprise')).status).toBe(404);
    expect((await report({ ...theft, relatesTo: incidentId })).status).toBe(201);
    await eventually(async () => {
      const { enterprise, enterpriseRelated, assignments } = (await fileOf(incidentId)).body;
      expect([enterprise?.id, enterpriseRelated]).toEqual([DEMO_ENTERPRISE_ID, true]);
      expect(assignments.map(({ role, unit }) => [unit.discipline, role])).toEqual([
        ['PS', 'lead'],
        ['CID', 'assist'],
        ['AST', 'assist'],
      ]);
    });
    expect((await fileOf(incidentId, 'enterprise')).status).toBe(200);
    expect((await asked('operator', `incidents/${incidentId}`)).body).toMatchObject({
      enterpriseId: DEMO_ENTERPRISE_ID,
    });
    await eventually(async () => {
      const told = await asked<{ items: { step: string }[] }>('enterprise', `notices?incidentId=${incidentId}`);
      expect(told.body.items.map(({ step }) => step)).toContain('dispatched');
    });
  });
});

describe(`a caller without a number, on ${testProfile()}`, () => {
  it('is taken with the reason, and a missing number without one is refused where it is missing', async () => {
    const { status, body } = await report({ ...theft, reporter: { name: '不愿透露姓名', noPhone: 'withheld' } });
    expect(status).toBe(201);
    await eventually(async () => {
      const { reporter } = (await fileOf(body.incidentId)).body;
      expect(reporter).toMatchObject({ phone: '', noPhone: 'withheld' });
    });
    const refused = await report({ ...theft, reporter: { name: '不愿透露姓名' } });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'report.no-phone', errors: [{ pointer: '/reporter/phone' }] },
    });
  });
});
