import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CaseRegistered,
  eventClassOf,
  EVENTS,
  IncidentRestricted,
  INCIDENTS,
  LossEntryPosted,
  UNITS,
  type DomainEvent,
} from '#contracts';
import { parkedTable } from '#messaging';
import { schemaDrift, type TableDef } from '#persistence';
import { newId } from '#platform';
import { audiencesIn } from '../../apps/notifications/src/domain/feed-entry.js';
import { deliveries, feed, incidentAudiences, notices } from '../../apps/notifications/src/outbound/database/tables.js';
import type { LiveClient } from './notifications.client.js';
import { NotificationsHarness } from './notifications.harness.js';
import { CANARY, life, planned, reported, unitChanged } from './notifications.samples.js';

describe('notifications', () => {
  let harness: NotificationsHarness;

  beforeAll(async () => {
    harness = await NotificationsHarness.start();
  });
  afterAll(() => harness.clean());

  it('has a schema without drift', async () => {
    const own = (await schemaDrift(harness.database.connections)).filter((sql) => !sql.includes('outbox'));
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
    await harness.send(reported(id), planned(id), ...life(id), unitChanged());
    expect(await harness.database.rows(parkedTable, '')).toEqual([]);
    const entries = await harness.database.rows(feed, '');
    const stored = await harness.database.query<{ audience: string }>('SELECT * FROM `notice`');
    // One row per event, however many are told of it.
    expect(entries).toHaveLength(2 + life(id).length + 1);
    expect(entries.flatMap((entry) => audiencesIn(entry)).length).toBeGreaterThan(90);
    expect(stored.length).toBeGreaterThan(12);
    expect(JSON.stringify([entries, stored])).not.toContain(CANARY);
    expect(JSON.stringify(entries)).not.toContain('119.98');
    const outside = entries.flatMap(({ noticeTo, notice }) => (noticeTo === undefined ? [] : [[noticeTo, notice]]));
    expect(outside).toHaveLength(stored.length);
    expect(outside.every(([to]) => /^(enterprise|contact):/.test(to ?? ''))).toBe(true);
    expect(entries.every(({ audiences }) => audiences.every((to) => /^(operators$|judges$|unit:)/.test(to)))).toBe(
      true,
    );
    expect(JSON.stringify([outside, stored])).not.toMatch(/suspect|嫌疑|PS01|P1|P2/);
  });

  it('never shows one enterprise anything of another, and a restricted incident to its contact alone', async () => {
    const [a, b, secret, c] = [newId(), newId(), newId(), newId()];
    const headers = await Promise.all([
      harness.contact('a', 'ent-a'),
      harness.contact('b', 'ent-b'),
      harness.contact('b2', 'ent-b'),
      harness.as('enterprise_contact', 'none'),
    ]);
    const [ofA, ofB, ofB2, ofNone] = await Promise.all(headers.map((one) => harness.live(one)));
    await harness.send(
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
    const listed = await Promise.all(headers.map((one) => harness.notices(one)));
    expect(listed.map(({ body }) => body.items.map(({ incidentId }) => incidentId))).toEqual([
      [a],
      [b],
      [secret, b],
      [],
    ]);
    expect((await harness.notices(headers[0] ?? {}, `?incidentId=${b}`)).body.items).toEqual([]);
  });

  it('takes back from colleagues what was told before an incident became restricted', async () => {
    const id = newId();
    await harness.send(reported(id, { enterprise: { id: 'ent-t', name: 'T' } }), planned(id), ...life(id));
    const steps = async (account: string) =>
      (await harness.notices(await harness.contact(account, 'ent-t'), `?incidentId=${id}`)).body.items.map(
        ({ step }) => step,
      );
    expect(await steps('colleague')).toEqual([]);
    expect((await steps('safe')).at(-1)).toBe('received');
    const restrictedTo = (account: string) =>
      IncidentRestricted.of({
        incidentId: id,
        reason: CANARY,
        safeContact: { account },
        occurredAt: '2026-05-21T03:00:00.000Z',
        by: { accountId: CANARY, account: CANARY, name: CANARY },
      });
    const before = await steps('safe');
    await harness.send(restrictedTo('other'));
    expect(await steps('safe')).toEqual([]);
    expect((await steps('other'))[0]).toBe('contact_only');
    // Who takes over reads what the law demands, not what was meant for the one before; each is told once.
    expect((await steps('other')).filter((step) => step === 'contact_only')).toHaveLength(1);
    await harness.send(restrictedTo('safe'), restrictedTo('other'), restrictedTo('safe'));
    expect(await steps('other')).toEqual([]);
    expect(await steps('safe')).toEqual(before);
  });

  it('keeps notices with text, order and delivery, page by page', async () => {
    const id = newId();
    await harness.send(reported(id), planned(id), ...life(id).slice(0, 19));
    const desk = await harness.operator();
    const { body } = await harness.notices(desk, `?incidentId=${id}&limit=3`);
    expect(body.items.map(({ step, position }) => `${position} ${step}`)).toEqual([
      '4 feedback',
      '3 arrived',
      '2 dispatched',
    ]);
    const rest = await harness.notices(desk, `?incidentId=${id}&limit=3&after=${body.next}`);
    expect(rest.body.items.map(({ step }) => step)).toEqual(['received']);
    expect(rest.body.next).toBeNull();
    const [received] = rest.body.items;
    expect(body.items.at(-1)?.text.zh).toContain('湖塘派出所');
    expect(received?.text.zh).toContain('2026-05-21 10:00');
    expect(received).toMatchObject({ audience: 'enterprise:ent-1', deliveredAt: received?.createdAt });
  });

  it('applies a redelivered event once', async () => {
    const id = newId();
    const records = [reported(id), planned(id)].map((event) => harness.record(event));
    await harness.sendRecords(records);
    await harness.sendRecords(records);
    expect((await harness.notices(await harness.operator(), `?incidentId=${id}`)).body.items).toHaveLength(2);
  });

  it('sets an event aside whose report is missing, and lets the others pass', async () => {
    const [missing, fine] = [newId(), newId()];
    await harness.send(planned(missing), reported(fine));
    const parked = await harness.database.rows(parkedTable, 'WHERE `aggregate_id` = ?', [missing]);
    expect(parked).toMatchObject([{ reason: 'rejected', attempts: 1 }]);
    expect((await harness.notices(await harness.operator(), `?incidentId=${fine}`)).body.items).toHaveLength(1);
  });

  it('keeps eight rows of a theft that is reported, planned, registered and entered in the ledger', async () => {
    const id = newId();
    const rows = async () => {
      const tables = [incidentAudiences, feed, notices, deliveries] as unknown as TableDef<unknown>[];
      return Promise.all(tables.map(async (table) => (await harness.database.rows(table, '')).length));
    };
    const before = await rows();
    const [registered] = life(id).filter((event) => event instanceof CaseRegistered);
    const [loss] = life(id).filter((event) => event instanceof LossEntryPosted);
    await harness.send(reported(id), planned(id), ...[registered, loss].flatMap((event) => event ?? []));
    expect((await rows()).map((count, at) => count - (before[at] ?? 0))).toEqual([1, 4, 3, 0]);
  });

  it('needs as many statements for one incident as for a hundred', async () => {
    const cost = async (events: DomainEvent[]) => {
      const { statements, commits } = harness.database.counts;
      await harness.send(...events);
      return {
        statements: harness.database.counts.statements - statements,
        commits: harness.database.counts.commits - commits,
      };
    };
    /** Of three times the cheapest: what looks around beside it, by the clock, can only add. */
    const least = async (count: number, make: (id: string) => DomainEvent, before?: (id: string) => DomainEvent) => {
      const costs = [];
      for (let nth = 0; nth < 3; nth += 1) {
        const ids = Array.from({ length: count }, () => newId());
        if (before) await harness.send(...ids.map(before));
        costs.push(await cost(ids.map(make)));
      }
      return costs.reduce((cheapest, next) => (next.statements < cheapest.statements ? next : cheapest));
    };
    await harness.send(reported(newId()), planned(newId()));
    expect(await least(1, (id) => reported(id))).toEqual({ statements: 7, commits: 1 });
    expect(await least(100, (id) => reported(id))).toEqual({ statements: 7, commits: 1 });
    expect(await least(40, planned, (id) => reported(id))).toEqual(await least(1, planned, (id) => reported(id)));
  });

  it('refuses unknown parameters, foreign roles and operators without an incident', async () => {
    expect((await harness.live(await harness.operator(), '?from=yesterday')).status).toBe(400);
    expect((await harness.notices(await harness.operator(), '?incidentId=1')).status).toBe(400);
    expect(await harness.notices(await harness.operator(), '')).toMatchObject({
      status: 400,
      body: { code: 'notice.incident-wanted' },
    });
    expect((await harness.notices(await harness.as('officer', 'PS01', { unitId: 'PS01' }))).status).toBe(403);
  });
});
