import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventClassOf, IncidentRestricted, type Role } from '#contracts';
import { newId } from '#platform';
import type { LiveClient } from './notifications.client.js';
import { NotificationsHarness } from './notifications.harness.js';
import { life, planned, reported } from './notifications.samples.js';

describe('the live feed', () => {
  let harness: NotificationsHarness;

  beforeAll(async () => {
    harness = await NotificationsHarness.start();
  });
  afterAll(() => harness.clean());

  const types = (client: LiveClient) =>
    client.events.map(({ event, data }) => `${event} ${String(data['incidentId'])}`);

  it('gives each audience its own part of one incident, in order', async () => {
    const id = newId();
    const [everything, unit, informed, enterprise, safe] = await Promise.all([
      harness.live(await harness.operator('order')),
      harness.live(await harness.as('officer', 'CID01', { unitId: 'CID01' })),
      harness.live(await harness.as('officer', 'PAT01', { unitId: 'PAT01' })),
      harness.live(await harness.contact('boss', 'ent-1')),
      harness.live(await harness.contact('safe', 'ent-1')),
    ]);
    const events = [reported(id), planned(id), ...life(id)];
    const restriction = events.findIndex((event) => event instanceof IncidentRestricted);
    await harness.send(...events.slice(0, restriction));
    await Promise.all([enterprise.has(7), safe.has(7)]);
    await harness.send(...events.slice(restriction));
    await everything.has(events.length);
    expect(types(everything)).toEqual(events.map((event) => `${eventClassOf(event).type} ${id}`));
    expect(everything.events.at(2)?.data).toMatchObject({
      source: 'intake',
      version: 2,
      number: `JQ320412-${id.slice(-4)}`,
    });
    await unit.has(events.length - 1);
    expect(types(unit)).toEqual(types(everything).slice(1));
    // Whom the incident was made known to hears of it as long as he may read its file.
    await informed.has(events.length - 1);
    expect(types(informed)).toEqual(types(everything).slice(1));
    const open = ['received', 'dispatched', 'arrived', 'feedback', 'case_registered', 'case_filed', 'money_secured'];
    const confined = [
      'contact_only',
      'case_solved',
      'case_not_filed',
      'case_refusal_upheld',
      'case_refusal_overturned',
      'case_accepted',
      'case_mediated',
      'case_mediation_failed',
      'case_penalty_decided',
      'case_terminated',
      'case_concluded',
      'case_filed',
      'property_returned',
      'advice',
      'cancelled',
      'case_continues',
    ];
    await enterprise.has(open.length);
    await safe.has(open.length + confined.length);
    expect(enterprise.events.map(({ data }) => data['step'])).toEqual(open);
    expect(safe.events.map(({ data }) => data['step'])).toEqual([...open, ...confined]);
  });

  it('resumes after a cut without a gap and without a repeat', async () => {
    const token = await harness.contact('resume', 'ent-r');
    const mine = () => reported(newId(), { enterprise: { id: 'ent-r', name: 'R' } });
    const first = await harness.live(token);
    expect(first).toMatchObject({ status: 200, headers: { 'x-accel-buffering': 'no' } });
    expect(first.headers['content-type']).toContain('text/event-stream');
    expect(first.raw).toContain('retry: 2000');
    const atOnce = first.lastEventId;
    first.cut();
    await harness.send(mine(), mine());
    const second = await harness.live({ ...token, 'last-event-id': atOnce });
    await second.has(2);
    await harness.send(mine());
    await second.has(3);
    second.cut();
    await harness.send(...Array.from({ length: 300 }, mine));
    const third = await harness.live(token, `?lastEventId=${encodeURIComponent(second.lastEventId)}`);
    await third.has(300);
    await harness.send(mine());
    await third.has(301);
    const seen = [...second.events, ...third.events].map(({ data }) => data['incidentId']);
    const told = await harness.database.query<{ incident_id: string }>(
      "SELECT `incident_id` FROM `feed` WHERE `notice_to` = 'enterprise:ent-r' ORDER BY `seq`",
    );
    expect(seen).toEqual(told.map(({ incident_id: incident }) => incident));
    const all = await harness.live(token, '?from=start');
    expect((await all.has(304)).length).toBe(304);
    const now = await harness.live(token);
    expect(now.events).toEqual([]);
  });

  it('says once that a position is of no use', async () => {
    const token = await harness.contact('lost', 'ent-lost');
    for (const id of ['nonsense', '99999999', 'enterprise%3Aent-lost=1,contact%3Alost=1', 'operators=1']) {
      const client = await harness.live({ ...token, 'last-event-id': id });
      await harness.send(reported(newId(), { enterprise: { id: 'ent-lost', name: 'L' } }));
      await client.has(2);
      expect(client.events.map(({ event }) => event)).toEqual(['resync', 'notice.delivered.v1']);
      client.cut();
    }
  });

  it.each([
    ['nobody signed in', {}, 401],
    ['a leader', { roles: ['supervisor', 'analyst'] as Role[] }, 403],
    ['a machine', { roles: ['machine'] as Role[] }, 403],
  ])('refuses the feed to %s', async (_who, caller, status) => {
    const client = await harness.live('roles' in caller ? await harness.sign(caller) : {});
    expect(client.status).toBe(status);
    expect(client.headers['content-type']).toContain('application/problem+json');
  });

  it('limits the streams of an account and counts the closed ones out', async () => {
    const token = await harness.operator('many');
    const open = await Promise.all(Array.from({ length: 8 }, () => harness.live(token)));
    const refused = await harness.live(token);
    expect([refused.status, refused.body()['code']]).toEqual([429, 'live.too-many-streams']);
    expect((await harness.live(await harness.operator('other'))).status).toBe(200);
    open[0]?.cut();
    await open[0]?.closed();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await harness.live(token)).status).toBe(200);
  });

  it('ends a stream with its token', async () => {
    const client = await harness.live(await harness.sign({ accountId: 'brief', roles: ['dispatcher'] }, 1));
    expect(client.status).toBe(200);
    await client.closed();
  });

  it('ends its streams when the process stops', async () => {
    const client = await harness.live(await harness.operator('last'));
    const began = Date.now();
    await harness.stop();
    await client.closed();
    expect(Date.now() - began).toBeLessThan(3000);
  });
});
