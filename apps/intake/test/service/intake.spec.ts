import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHIEF, CONTACT, COPPER, callerOf, MACHINE, OPERATOR, PLASTICS, theft } from '../intake-samples.js';
import type { Caller } from '#platform';
import { reportTable } from '../../src/outbound/database/report.table.js';
import { IntakeService } from './intake-service.js';

let service: IntakeService;
beforeAll(async () => {
  service = await IntakeService.start();
});
afterAll(() => service.stop());

const send: IntakeService['send'] = (...args) => service.send(...args);
const stored = async (): Promise<number> => (await service.database.rows(reportTable, '')).length;

/** A report of the enterprise that is there to be added to. */
async function reported(): Promise<string> {
  const { body } = await send('POST', '/reports', CONTACT, theft());
  return body['incidentId'] as string;
}

describe('POST /reports', () => {
  it('answers with the numbers of what it stored', async () => {
    const { status, body } = await send('POST', '/reports', CONTACT, theft());
    expect(status).toBe(201);
    expect(body).toEqual({
      reportId: expect.any(String),
      incidentId: expect.any(String),
      number: expect.stringMatching(/^JQ320412\d{8}\d{5}$/),
      receipt: expect.stringMatching(/^HZ320412\d{8}\d{5}$/),
    });
    const report = await send('GET', `/reports/${String(body['reportId'])}`, CONTACT);
    expect(report).toMatchObject({ status: 200, body: { channel: 'portal', enterpriseId: COPPER } });
    const incident = await send('GET', `/incidents/${String(body['incidentId'])}`, OPERATOR);
    expect(incident.body).toMatchObject({ state: 'TRIAGED', priority: 'P3', place: { jurisdiction: 'WJ-HT' } });
  });

  it('shows the telephone to who filed it and who may have to call, not to leaders', async () => {
    const { body } = await send('POST', '/reports', CONTACT, theft());
    const phoneFor = async (caller: Caller) => {
      const report = await send('GET', `/reports/${String(body['reportId'])}`, caller);
      return (report.body['reporter'] as { phone: string }).phone;
    };
    const { phone } = theft().reporter;
    expect(await phoneFor(CONTACT)).toBe(phone);
    expect(await phoneFor(OPERATOR)).toBe(phone);
    expect(await phoneFor(callerOf('leader', ['supervisor', 'analyst']))).toBe('');
  });

  it.each([
    ['an unknown field', { ...theft(), tier: 'star' }, '/tier'],
    ['a wrong type', { ...theft(), crowd: 'many' }, '/crowd'],
    ['a local time', { ...theft(), occurredFrom: '2026-05-20T22:00:00' }, '/occurredFrom'],
    ['no reporter', { ...theft(), reporter: undefined }, '/reporter'],
    ['a wrong field within', { ...theft(), place: { ...theft().place, latitude: 91 } }, '/place/latitude'],
    ['details of another type', { ...theft(), details: { ...theft().details, canary: 1 } }, '/details/canary'],
  ])('refuses %s and stores nothing', async (_what, body, pointer) => {
    const before = await stored();
    const answer = await send('POST', '/reports', CONTACT, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body['errors']).toContainEqual(expect.objectContaining({ pointer }));
    expect(await stored()).toBe(before);
  });

  it.each([
    ['a foreign enterprise', CONTACT, theft({ enterpriseId: PLASTICS }), 403, 'report.foreign-enterprise'],
    [
      'an unknown enterprise',
      OPERATOR,
      theft({ enterpriseId: COPPER.replace(/1$/, '9') }),
      422,
      'report.unknown-enterprise',
    ],
    ['an unknown type', OPERATOR, theft({ type: 'E998' }), 422, 'report.unknown-type'],
    [
      'a report from the future',
      OPERATOR,
      theft({ receivedAt: '2999-01-01T00:00:00Z' }),
      422,
      'report.received-in-future',
    ],
    ['an incident nobody knows', OPERATOR, theft({ relatesTo: COPPER }), 422, 'report.related-not-found'],
    ['a role without business here', callerOf('leader', ['supervisor']), theft(), 403, 'auth.role-missing'],
    ['a machine without a key', MACHINE, theft(), 400, 'idempotency.key-missing'],
  ])('refuses %s', async (_what, caller, body, status, code) => {
    const before = await stored();
    expect(await send('POST', '/reports', caller, body)).toMatchObject({ status, body: { code } });
    expect(await stored()).toBe(before);
  });

  it('replays the answer of a key, and refuses the key for another body', async () => {
    const key = { 'idempotency-key': 'panel-7' };
    const first = await send('POST', '/reports', MACHINE, theft(), key);
    const before = await stored();
    const again = await send('POST', '/reports', MACHINE, theft(), key);
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replayed': 'true' } });
    const other = await send('POST', '/reports', MACHINE, theft({ narrative: '另一件事' }), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.body-differs' } });
    expect(await stored()).toBe(before);
  });

  it('adds to an incident of the caller, raises it with the third report, and to no one else’s', async () => {
    const incidentId = await reported();
    for (const expected of [2, 3]) {
      const { body } = await send('POST', '/reports', CONTACT, theft({ relatesTo: incidentId }));
      expect(body).toMatchObject({ incidentId });
      const incident = await send('GET', `/incidents/${incidentId}`, OPERATOR);
      expect(incident.body).toMatchObject({ reportCount: expected, priority: expected === 3 ? 'P2' : 'P3' });
    }
    const stranger = callerOf('other', ['enterprise_contact'], { enterpriseId: PLASTICS });
    const foreign = await send('POST', '/reports', stranger, theft({ relatesTo: incidentId }));
    expect(foreign).toMatchObject({ status: 422, body: { code: 'report.related-not-found' } });
    expect((await send('GET', `/incidents/${incidentId}`, stranger)).status).toBe(404);
  });

  it('takes a hundred at once in few transactions of six statements', async () => {
    const before = { ...service.database.counts };
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 100 }, () => send('POST', '/reports', CONTACT, theft())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body['number'])).size).toBe(100);
    const commits = service.database.counts.commits - before.commits;
    expect(commits).toBeLessThanOrEqual(15);
    // numbers 2, incidents, reports, events, audit entries; what is looked up once a second comes on top, however slow the machine is
    const lookups = 3 * Math.ceil((performance.now() - began) / 1000);
    expect(service.database.counts.statements - before.statements).toBeLessThanOrEqual(commits * 6 + lookups);
  });
});

describe('incidents', () => {
  it('shows an enterprise what it filed and nothing internal', async () => {
    const incidentId = await reported();
    const { body } = await send('GET', `/incidents/${incidentId}`, CONTACT);
    expect(body).toMatchObject({ incidentId, type: { code: 'E101' } });
    expect(body).not.toHaveProperty('priority');
    expect(body).not.toHaveProperty('firedRules');
    const colleague = callerOf('colleague', ['enterprise_contact'], { enterpriseId: COPPER });
    expect((await send('GET', '/incidents', colleague)).body).toEqual({ items: [], next: null });
  });

  it('pages through the list, newest first', async () => {
    const first = await send('GET', '/incidents?limit=2', OPERATOR);
    const second = await send('GET', `/incidents?limit=2&after=${String(first.body['next'])}`, OPERATOR);
    const ids = [first, second].flatMap(({ body }) =>
      (body['items'] as { incidentId: string }[]).map((i) => i.incidentId),
    );
    expect(new Set(ids).size).toBe(4);
  });

  it('lets the dispatcher raise and only the chief lower or cancel what is urgent', async () => {
    const path = `/incidents/${await reported()}`;
    const to = (priority: string) => ({ priority, reason: '现场情况' });
    const now = { 'if-match': '*' };
    expect(await send('POST', `${path}/regrade`, OPERATOR, to('P1'), now)).toMatchObject({
      status: 200,
      body: { priority: 'P1' },
    });
    expect((await send('POST', `${path}/regrade`, OPERATOR, to('P4'), now)).status).toBe(403);
    expect((await send('POST', `${path}/cancel`, OPERATOR, { reason: 'test' }, now)).status).toBe(403);
    expect(await send('POST', `${path}/cancel`, CHIEF, { reason: 'test' }, now)).toMatchObject({
      body: { state: 'CANCELLED' },
    });
    expect(await send('POST', `${path}/cancel`, CHIEF, { reason: 'test' }, now)).toMatchObject({ status: 409 });
  });
});

describe('decisions about incidents', () => {
  it('keeps what was raised meanwhile: who lowers it or calls it off names the version that was read', async () => {
    const path = `/incidents/${await reported()}`;
    const etag = String((await send('GET', path, CHIEF)).headers['etag']);
    const raise = { priority: 'P1', reason: '发现人员受困' };
    expect(await send('POST', `${path}/regrade`, OPERATOR, raise, { 'if-match': etag })).toMatchObject({ status: 200 });
    const lower = { priority: 'P2', reason: '核实为一般' };
    const stale = { status: 412, body: { code: 'edit.version-changed' } };
    expect(await send('POST', `${path}/regrade`, CHIEF, lower)).toMatchObject({ status: 428 });
    expect(await send('POST', `${path}/regrade`, CHIEF, lower, { 'if-match': etag })).toMatchObject(stale);
    const off = { reason: 'test' };
    expect(await send('POST', `${path}/cancel`, CHIEF, off, { 'if-match': etag })).toMatchObject(stale);
    const { headers, body } = await send('GET', path, CHIEF);
    expect(body).toMatchObject({ priority: 'P1', state: 'TRIAGED' });
    const again = { 'if-match': String(headers['etag']) };
    expect(await send('POST', `${path}/regrade`, CHIEF, lower, again)).toMatchObject({ body: { priority: 'P2' } });
  });

  it('answers a decision that is sent again under its key as it did, not as stale', async () => {
    const path = `/incidents/${await reported()}`;
    const sent = { 'if-match': 'W/"1"', 'idempotency-key': 'raise-once' };
    const raise = { priority: 'P1', reason: '发现人员受困' };
    const first = await send('POST', `${path}/regrade`, OPERATOR, raise, sent);
    expect(await send('POST', `${path}/regrade`, OPERATOR, raise, sent)).toMatchObject({
      status: 200,
      body: first.body,
    });
  });
});

describe('enterprises', () => {
  it('edits only the version that was read', async () => {
    const read = await send('GET', `/enterprises/${PLASTICS}`, OPERATOR);
    const etag = String(read.headers['etag']);
    const patch = { address: '人民路2号' };
    expect((await send('PATCH', `/enterprises/${PLASTICS}`, OPERATOR, patch)).status).toBe(428);
    const changed = await send('PATCH', `/enterprises/${PLASTICS}`, OPERATOR, patch, { 'if-match': etag });
    expect(changed).toMatchObject({ status: 200, body: { address: '人民路2号', name: '湖塘塑料制品有限公司' } });
    expect((await send('PATCH', `/enterprises/${PLASTICS}`, OPERATOR, patch, { 'if-match': etag })).status).toBe(412);
  });

  it('checks codes, and takes a report for a new entry at once', async () => {
    const named = (uscc: string) => ({ name: '新厂', uscc });
    expect(await send('POST', '/enterprises', OPERATOR, named('91320412MA0000015L'))).toMatchObject({ status: 409 });
    expect(await send('POST', '/enterprises', OPERATOR, named('91350211M0000XUF46'))).toMatchObject({ status: 422 });
    const { status, body } = await send('POST', '/enterprises', OPERATOR, named('91320412MA0000031A'));
    expect(status).toBe(201);
    const enterpriseId = body['enterpriseId'] as string;
    expect((await send('POST', '/reports', OPERATOR, theft({ enterpriseId }))).status).toBe(201);
  });

  it('keeps where an enterprise is, both degrees or none', async () => {
    const position = { longitude: 119.951, latitude: 31.703 };
    const { headers } = await send('GET', `/enterprises/${COPPER}`, OPERATOR);
    const patch = (body: object) =>
      send('PATCH', `/enterprises/${COPPER}`, OPERATOR, body, { 'if-match': String(headers['etag']) });
    expect((await patch({ position: { longitude: 119.951 } })).status).toBe(400);
    expect(await patch({ position })).toMatchObject({ status: 200, body: { position } });
    expect(await send('GET', `/enterprises/${COPPER}`, CONTACT)).toMatchObject({ body: { position } });
  });

  it('shows a contact the own entry only', async () => {
    const { body } = await send('GET', '/enterprises', CONTACT);
    expect(body['items']).toEqual([expect.objectContaining({ enterpriseId: COPPER })]);
    expect((await send('GET', `/enterprises/${PLASTICS}`, CONTACT)).status).toBe(404);
  });
});

it('lists types and jurisdictions', async () => {
  const types = await send('GET', '/incident-types', CONTACT);
  const theftType = (types.body['items'] as Record<string, unknown>[]).find(({ code }) => code === 'E101');
  expect(theftType).toMatchObject({ key: 'property_theft', kind: 'incident' });
  const advice = types.body['items'] as { code: string; advice: { zh: string; en: string } }[];
  for (const { code, advice: one } of advice)
    expect([code, /[\u4e00-\u9fff].*。$/.test(one.zh), /^[A-Z].*\.$/.test(one.en)]).toEqual([code, true, true]);
  expect(theftType).not.toHaveProperty('plan');
  const areas = await send('GET', '/jurisdictions', CONTACT);
  expect(areas.body['items']).toMatchObject([{ code: 'WJ-HT', district: '320412' }]);
});
