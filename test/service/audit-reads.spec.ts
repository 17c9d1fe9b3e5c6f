import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AuditTrail, Database, openConnections, verifyAudit } from '#persistence';
import { newId } from '#platform';
import { testProfile } from '#testing';
import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { send, type Answer } from './abuse/client.js';
import { Stores } from './abuse/stores.js';
import { PASSWORD } from './abuse/system.js';
import { CANARIES, World, type Incident } from './abuse/world.js';

interface Entry {
  subject: string;
  seq: number;
  actor: string;
  act: string;
  object: string;
  success: number;
}

jest.setTimeout(60_000);
let world: World;
let stores: Stores;
let incident: Incident;

beforeAll(async () => {
  world = await World.start();
  stores = await Stores.open(world.system.database);
  incident = await world.report('operator');
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

const entriesOf = async (service: string, act: string): Promise<Entry[]> => {
  const all = JSON.parse(await stores.text(service, 'audit_entry')) as Entry[];
  return all.filter((entry) => entry.act === act).sort((a, b) => a.seq - b.seq);
};
const get = (account: string, path: string): Promise<Answer> =>
  send(world.system.url, { method: 'GET', path: `/api/v1/${path}`, token: world.people.token(account) });
const accountOf = (account: string): string => {
  const [, claims = ''] = world.people.token(account).split('.');
  return `account:${(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub}`;
};

/** What a read added to the record: actor, object, success. */
async function added(service: string, act: string, read: () => Promise<Answer>): Promise<[Answer, unknown[]]> {
  const before = await entriesOf(service, act);
  const answer = await read();
  const after = await entriesOf(service, act);
  return [answer, after.slice(before.length).map(({ actor, object, success }) => [actor, object, Number(success)])];
}

describe(`reads of personal data on ${testProfile()}`, () => {
  it('are written down with who read which record', async () => {
    const routes = [
      ['intake', 'report.read', 'operator', `reports/${incident.reportId}`, incident.reportId],
      ['intake', 'enterprise.read', 'operator', `enterprises/${DEMO_ENTERPRISE_ID}`, DEMO_ENTERPRISE_ID],
      ['cases', 'incident-file.read', 'operator', `incident-files/${incident.incidentId}`, incident.incidentId],
      ['cases', 'case.read', 'PS02', `cases/${incident.caseId}`, incident.caseId],
    ] as const;
    for (const [service, act, account, path, object] of routes) {
      const [{ status }, entries] = await added(service, act, () => get(account, path));
      expect([path, status, entries]).toEqual([path, 200, [[accountOf(account), object, 1]]]);
    }
  });

  it('name every record that a list shows', async () => {
    const [answer, entries] = await added('intake', 'enterprise.read', () => get('operator', 'enterprises'));
    const shown = (JSON.parse(answer.text) as { items: { enterpriseId: string }[] }).items;
    expect(entries).toEqual([[accountOf('operator'), shown.map(({ enterpriseId }) => enterpriseId).join(' '), 1]]);
    const [page, accounts] = await added('identity', 'account.read', () => get('admin', 'accounts'));
    expect((JSON.parse(page.text) as { items: unknown[] }).items.length).toBeGreaterThan(1);
    expect(accounts).toHaveLength(1);
  });

  it('are written down when they are refused, without what was typed in place of an id', async () => {
    const none = newId();
    const [missing, first] = await added('intake', 'report.read', () => get('operator', `reports/${none}`));
    expect([missing.status, first]).toEqual([404, [[accountOf('operator'), none, 0]]]);
    const [typed, second] = await added('intake', 'report.read', () => get('operator', 'reports/13812345102'));
    expect([typed.status < 500, second]).toEqual([true, [[accountOf('operator'), '', 0]]]);
    const [foreign, third] = await added('cases', 'case.read', () => get('enterprise', `cases/${incident.caseId}`));
    expect([foreign.status, third]).toEqual([403, [[accountOf('enterprise'), incident.caseId, 0]]]);
    const path = `/api/v1/reports/${incident.reportId}`;
    const [nobody, fourth] = await added('intake', 'report.read', () =>
      send(world.system.url, { method: 'GET', path }),
    );
    expect([nobody.status, fourth]).toEqual([401, []]);
  });

  it('show nothing when they cannot be written down', async () => {
    jest.spyOn(AuditTrail.prototype, 'recordApart').mockImplementation(() => {
      throw new Error('no trail');
    });
    for (const [account, path] of [
      ['operator', `reports/${incident.reportId}`],
      ['admin', 'accounts'],
      ['PS02', `cases/${incident.caseId}`],
    ] as const) {
      const { status, text } = await get(account, path);
      expect([path, status]).toEqual([path, 500]);
      expect(text).not.toMatch(/items|suspects|narrative/);
    }
  });
});

describe(`the record on ${testProfile()}`, () => {
  it('ascribes events to callers, and what they cause to the events', async () => {
    const [reported] = (await entriesOf('intake', 'incident.reported.v1')).filter(
      ({ subject }) => subject === incident.incidentId,
    );
    expect(reported).toMatchObject({ actor: accountOf('operator'), seq: 1, success: 1 });
    const [planned] = (await entriesOf('routing', 'dispatch.planned.v1')).filter(
      ({ subject }) => subject === incident.incidentId,
    );
    expect(planned).toMatchObject({ actor: `event:${reported?.object}` });
    const [registered] = (await entriesOf('cases', 'case.registered.v1')).filter(
      ({ subject }) => subject === incident.incidentId,
    );
    expect(registered).toMatchObject({ actor: accountOf('PS02') });
  });

  it('ascribes reports that share a transaction to their own callers', async () => {
    const people = ['operator', 'chief', 'panel'] as const;
    const incidents = await Promise.all(people.map((account) => world.report(account)));
    const entries = await entriesOf('intake', 'incident.reported.v1');
    const actors = incidents.map(({ incidentId }) => entries.find(({ subject }) => subject === incidentId)?.actor);
    expect(actors).toEqual(people.map(accountOf));
  });

  it('knows who signed in, was refused, and signed out', async () => {
    const signIn = (account: string, password: string) =>
      send(world.system.url, { method: 'POST', path: '/api/v1/sessions', body: { account, password } });
    const refused = await entriesOf('identity', 'sign-in.refused');
    const opened = await entriesOf('identity', 'session.opened');
    const ended = await entriesOf('identity', 'session.ended');
    expect((await signIn('chief', 'wrong')).status).toBe(401);
    expect((await signIn('nobody-4711', 'wrong')).status).toBe(401);
    const answer = await signIn('chief', PASSWORD);
    const token = (JSON.parse(answer.text) as { accessToken: string }).accessToken;
    await send(world.system.url, { method: 'DELETE', path: '/api/v1/sessions/current', token });
    const failures = (await entriesOf('identity', 'sign-in.refused')).filter(
      ({ subject, seq }) => !refused.some((one) => one.subject === subject && one.seq === seq),
    );
    expect(failures.map(({ actor, success }) => [actor, Number(success)])).toEqual([
      ['anonymous', 0],
      ['anonymous', 0],
    ]);
    expect(JSON.stringify(failures)).not.toContain('4711');
    expect(await entriesOf('identity', 'session.opened')).toHaveLength(opened.length + 1);
    expect(await entriesOf('identity', 'session.ended')).toHaveLength(ended.length + 1);
  });

  it('holds no personal data, and verifies in every service', async () => {
    for (const schema of SCHEMAS) {
      const text = await stores.text(schema.service, 'audit_entry');
      for (const canary of Object.values(CANARIES)) expect(text).not.toContain(canary);
      const database = new Database(await openConnections(schema, { ...world.system.database, poolSize: 2 }));
      const verdict = await verifyAudit(database).finally(() => database.close());
      expect([schema.service, verdict.broken]).toEqual([schema.service, undefined]);
      if (schema.service !== 'notifications') expect(verdict.entries).toBeGreaterThan(0);
    }
  });
});
