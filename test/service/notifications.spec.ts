import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventClassOf, INCIDENTS, UNITS, EVENTS, type DomainEvent, type Role } from '#contracts';
import { EVENT_BUS, parkedTable, toHeaders, type EventBus, type EventProducer, type EventRecord } from '#messaging';
import { Database, schemaDrift } from '#persistence';
import { KeyRing, loadConfig, newId, runService, signToken, type Caller, type RunningService } from '#platform';
import { NotificationsConfig } from '../../apps/notifications/src/notifications.config.js';
import { NotificationsModule } from '../../apps/notifications/src/notifications.module.js';
import { openLive, type LiveClient } from './notifications.client.js';
import { CANARY, life, planned, reported, unitChanged } from './notifications.samples.js';

const sequences = new Map<string, number>();

/** An event as its producer would have sent it. */
function record(event: DomainEvent & { incidentId?: string; unitId?: string }): EventRecord {
  const { type, source, stream } = eventClassOf(event);
  const key = event.incidentId ?? event.unitId ?? '';
  const sequence = (sequences.get(`${source} ${key}`) ?? 0) + 1;
  sequences.set(`${source} ${key}`, sequence);
  const headers = toHeaders({ id: newId(), source, type, time: new Date().toISOString(), subject: key, sequence });
  return { topic: `qijing.${stream.name}`, key, value: JSON.stringify(event), headers };
}

interface NoticeJson {
  incidentId: string;
  step: string;
  audience: string;
  position: number;
  createdAt: string;
  deliveredAt?: string;
  text: { zh: string; en: string };
}

describe('notifications', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-notifications-'));
  const config = loadConfig(NotificationsConfig, {
    QIJING_DATA_DIR: dataDir,
    QIJING_PORT: '0',
    QIJING_HOST: '127.0.0.1',
    QIJING_LOG_LEVEL: 'silent',
  });
  let service: RunningService;
  let database: Database;
  let producer: EventProducer;
  let sign: (caller: Partial<Caller>, seconds?: number) => Promise<Record<string, string>>;
  const clients: LiveClient[] = [];

  const send = (...events: DomainEvent[]) => producer.sendBatch(events.map(record));
  const as = (role: Role, account: string, more: Partial<Caller> = {}) =>
    sign({ accountId: `id-${account}`, account, roles: [role], ...more });
  const operator = (account = 'op') => as('dispatcher', account);
  const contact = (account: string, enterpriseId: string) => as('enterprise_contact', account, { enterpriseId });
  const live = async (headers: Record<string, string>, query = '') => {
    const client = await openLive(`${service.url}/api/v1/live${query}`, headers);
    clients.push(client);
    return client;
  };
  const notices = async (headers: Record<string, string>, query = '?limit=200') => {
    const answer = await fetch(`${service.url}/api/v1/notices${query}`, { headers });
    return {
      status: answer.status,
      body: (await answer.json()) as { items: NoticeJson[]; next: string | null; code?: string },
    };
  };
  const types = (client: LiveClient) =>
    client.events.map(({ event, data }) => `${event} ${String(data['incidentId'])}`);

  beforeAll(async () => {
    service = await runService(NotificationsModule, config);
    database = service.app.get(Database, { strict: false });
    producer = service.app.get<EventBus>(EVENT_BUS, { strict: false }).producer();
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    await service.app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
    sign = async (caller, seconds = 600) => {
      const whole = { accountId: 'x', account: 'x', name: '某人', roles: [], ...caller };
      const expiresAt = new Date(Date.now() + seconds * 1000);
      const content = { caller: whole, sessionId: newId(), issuedAt: new Date(), expiresAt };
      return { authorization: `Bearer ${await signToken(content, privateKey, 'k1')}` };
    };
  });
  afterAll(async () => {
    for (const client of clients) client.cut();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('has a schema without drift', async () => {
    const own = (await schemaDrift(database.connections)).filter((sql) => !sql.includes('outbox'));
    expect(own).toEqual([]);
  });

  it('takes every event of the incident and unit streams', () => {
    const told = new Set(
      [reported('x'), planned('x'), ...life('x'), unitChanged()].map((event) => eventClassOf(event).type),
    );
    const all = [...EVENTS.values()].filter(({ stream }) => stream === INCIDENTS || stream === UNITS);
    expect([...told].sort()).toEqual(all.map(({ type }) => type).sort());
  });

  it('tells nobody a name, a telephone number, free text or a suspect', async () => {
    const id = newId();
    await send(reported(id), planned(id), ...life(id), unitChanged());
    expect(await database.rows(parkedTable, '')).toEqual([]);
    const feed = await database.query<{ audience: string; data: string; type: string }>('SELECT * FROM `feed_entry`');
    const stored = await database.query<{ audience: string }>('SELECT * FROM `notice`');
    expect(feed.length).toBeGreaterThan(90);
    expect(stored.length).toBeGreaterThan(12);
    expect(JSON.stringify([feed, stored])).not.toContain(CANARY);
    expect(JSON.stringify(feed)).not.toContain('119.98');
    const outside = feed.filter(({ audience }) => /^(enterprise|contact):/.test(audience));
    expect(outside.every(({ type }) => type === 'notice.delivered.v1')).toBe(true);
    expect(JSON.stringify([outside, stored])).not.toMatch(/suspect|嫌疑|PS01|P1|P2/);
  });

  it('gives each audience its own part of one incident, in order', async () => {
    const id = newId();
    const [everything, unit, informed, enterprise, safe] = await Promise.all([
      live(await operator('order')),
      live(await as('officer', 'CID01', { unitId: 'CID01' })),
      live(await as('officer', 'PAT01', { unitId: 'PAT01' })),
      live(await contact('boss', 'ent-1')),
      live(await contact('safe', 'ent-1')),
    ]);
    const events = [reported(id), planned(id), ...life(id)];
    await send(...events);
    await everything.has(events.length);
    expect(types(everything)).toEqual(events.map((event) => `${eventClassOf(event).type} ${id}`));
    expect(everything.events.at(2)?.data).toMatchObject({
      source: 'intake',
      version: 2,
      number: `JQ320412-${id.slice(-4)}`,
    });
    await unit.has(events.length - 1);
    expect(types(unit)).toEqual(types(everything).slice(1));
    await informed.has(1);
    expect(types(informed)).toEqual([`dispatch.planned.v1 ${id}`]);
    const open = [
      'received',
      'dispatched',
      'delayed',
      'arrived',
      'feedback',
      'case_registered',
      'case_filed',
      'money_secured',
    ];
    const confined = [
      'contact_only',
      'case_solved',
      'case_not_filed',
      'property_returned',
      'advice',
      'cancelled',
      'closed',
    ];
    await enterprise.has(open.length);
    await safe.has(open.length + confined.length);
    expect(enterprise.events.map(({ data }) => data['step'])).toEqual(open);
    expect(safe.events.map(({ data }) => data['step'])).toEqual([...open, ...confined]);
  });

  it('resumes after a cut without a gap and without a repeat', async () => {
    const token = await contact('resume', 'ent-r');
    const mine = () => reported(newId(), { enterprise: { id: 'ent-r', name: 'R' } });
    const first = await live(token);
    expect(first).toMatchObject({ status: 200, headers: { 'x-accel-buffering': 'no' } });
    expect(first.headers['content-type']).toContain('text/event-stream');
    expect(first.raw).toContain('retry: 2000');
    const atOnce = first.lastEventId;
    first.cut();
    await send(mine(), mine());
    const second = await live({ ...token, 'last-event-id': atOnce });
    await second.has(2);
    await send(mine());
    await second.has(3);
    second.cut();
    await send(...Array.from({ length: 300 }, mine));
    const third = await live(token, `?lastEventId=${encodeURIComponent(second.lastEventId)}`);
    await third.has(300);
    await send(mine());
    await third.has(301);
    const seen = [...second.events, ...third.events].map(({ data }) => data['incidentId']);
    const told = await database.query<{ incident_id: string }>(
      "SELECT incident_id FROM feed_entry WHERE audience = 'enterprise:ent-r' ORDER BY seq",
    );
    expect(seen).toEqual(told.map(({ incident_id: incident }) => incident));
    const all = await live(token, '?from=start');
    expect((await all.has(304)).length).toBe(304);
    const now = await live(token);
    expect(now.events).toEqual([]);
  });

  it('says once that a position is of no use', async () => {
    const token = await contact('lost', 'ent-lost');
    for (const id of ['nonsense', 'enterprise%3Aent-lost=99999,contact%3Alost=99999', 'operators=1']) {
      const client = await live({ ...token, 'last-event-id': id });
      await send(reported(newId(), { enterprise: { id: 'ent-lost', name: 'L' } }));
      await client.has(2);
      expect(client.events.map(({ event }) => event)).toEqual(['resync', 'notice.delivered.v1']);
      client.cut();
    }
  });

  it('never shows one enterprise anything of another, and a restricted incident to its contact alone', async () => {
    const [a, b, secret, c] = [newId(), newId(), newId(), newId()];
    const headers = await Promise.all([
      contact('a', 'ent-a'),
      contact('b', 'ent-b'),
      contact('b2', 'ent-b'),
      as('enterprise_contact', 'none'),
    ]);
    const [ofA, ofB, ofB2, ofNone] = await Promise.all(headers.map((one) => live(one)));
    await send(
      reported(a, { enterprise: { id: 'ent-a', name: 'A' } }),
      reported(b, { enterprise: { id: 'ent-b', name: 'B' } }),
      reported(secret, { enterprise: { id: 'ent-b', name: 'B' }, restricted: true, safeContact: { account: 'b2' } }),
      reported(c, { enterprise: { id: 'ent-b', name: 'B' }, restricted: true }),
      planned(secret),
    );
    await ofB2?.has(2);
    const incidents = (client?: LiveClient) => client?.events.map(({ data }) => data['incidentId']);
    expect(incidents(ofA)).toEqual([a]);
    expect(incidents(ofB)).toEqual([b]);
    expect(incidents(ofB2)).toEqual([b, secret]);
    expect(incidents(ofNone)).toEqual([]);
    const listed = await Promise.all(headers.map((one) => notices(one)));
    expect(listed.map(({ body }) => body.items.map(({ incidentId }) => incidentId))).toEqual([
      [a],
      [b],
      [secret, b],
      [],
    ]);
    expect((await notices(headers[0] ?? {}, `?incidentId=${b}`)).body.items).toEqual([]);
  });

  it('takes back from colleagues what was told before an incident became restricted', async () => {
    const id = newId();
    await send(reported(id, { enterprise: { id: 'ent-t', name: 'T' } }), planned(id), ...life(id));
    const steps = async (account: string) =>
      (await notices(await contact(account, 'ent-t'))).body.items.map(({ step }) => step);
    expect(await steps('colleague')).toEqual([]);
    expect((await steps('safe')).at(-1)).toBe('received');
  });

  it('keeps notices with text, order and delivery, page by page', async () => {
    const id = newId();
    await send(reported(id), planned(id), ...life(id).slice(0, 15));
    const desk = await operator();
    const { body } = await notices(desk, `?incidentId=${id}&limit=3`);
    expect(body.items.map(({ step, position }) => `${position} ${step}`)).toEqual([
      '5 feedback',
      '4 arrived',
      '3 delayed',
    ]);
    const rest = await notices(desk, `?incidentId=${id}&limit=3&after=${body.next}`);
    expect(rest.body.items.map(({ step }) => step)).toEqual(['dispatched', 'received']);
    expect(rest.body.next).toBeNull();
    const [dispatched, received] = rest.body.items;
    expect(dispatched?.text.zh).toContain('湖塘派出所');
    expect(received?.text.zh).toContain('2026-05-21 10:00');
    expect(received).toMatchObject({ audience: 'enterprise:ent-1', deliveredAt: received?.createdAt });
  });

  it('applies a redelivered event once', async () => {
    const id = newId();
    const records = [reported(id), planned(id)].map(record);
    await producer.sendBatch(records);
    await producer.sendBatch(records);
    expect((await notices(await operator(), `?incidentId=${id}`)).body.items).toHaveLength(2);
  });

  it('needs as many statements for one incident as for ninety', async () => {
    const cost = async (events: DomainEvent[]) => {
      const { statements, commits } = database.counts;
      await send(...events);
      return { statements: database.counts.statements - statements, commits: database.counts.commits - commits };
    };
    const ids = (count: number) => Array.from({ length: count }, () => newId());
    const [one, ninety] = [ids(1), ids(90)];
    await send(reported(newId()), planned(newId()));
    const reports = [await cost(one.map((id) => reported(id))), await cost(ninety.map((id) => reported(id)))];
    expect(reports).toEqual([
      { statements: 8, commits: 1 },
      { statements: 8, commits: 1 },
    ]);
    const plans = [await cost(one.map(planned)), await cost(ninety.slice(0, 40).map(planned))];
    expect(plans[1]).toEqual(plans[0]);
  });

  it.each([
    ['nobody signed in', {}, 401],
    ['a leader', { roles: ['supervisor', 'analyst'] as Role[] }, 403],
    ['a machine', { roles: ['machine'] as Role[] }, 403],
  ])('refuses the feed to %s', async (_who, caller, status) => {
    const client = await live('roles' in caller ? await sign(caller) : {});
    expect(client.status).toBe(status);
    expect(client.headers['content-type']).toContain('application/problem+json');
  });

  it('refuses unknown parameters, foreign roles and operators without an incident', async () => {
    expect((await live(await operator(), '?from=yesterday')).status).toBe(400);
    expect((await notices(await operator(), '?incidentId=1')).status).toBe(400);
    expect(await notices(await operator(), '')).toMatchObject({
      status: 400,
      body: { code: 'notice.incident-wanted' },
    });
    expect((await notices(await as('officer', 'PS01', { unitId: 'PS01' }))).status).toBe(403);
  });

  it('limits the streams of an account and counts the closed ones out', async () => {
    const token = await operator('many');
    const open = await Promise.all(Array.from({ length: 8 }, () => live(token)));
    const refused = await live(token);
    expect([refused.status, refused.body()['code']]).toEqual([429, 'live.too-many-streams']);
    expect((await live(await operator('other'))).status).toBe(200);
    open[0]?.cut();
    await open[0]?.closed();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await live(token)).status).toBe(200);
  });

  it('ends a stream with its token', async () => {
    const client = await live(await sign({ accountId: 'brief', roles: ['dispatcher'] }, 1));
    expect(client.status).toBe(200);
    await client.closed();
  });

  it('ends its streams when the process stops', async () => {
    const client = await live(await operator('last'));
    const began = Date.now();
    await service.stop();
    await client.closed();
    expect(Date.now() - began).toBeLessThan(3000);
  });
});
