import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';
import { minutesAfter, RECEIVED_AT } from './cases.samples.js';

type Headers = Record<string, string>;
type Json = Record<string, unknown>;

describe('who sees which incident file', () => {
  let service: CasesService;
  let operator: Headers;
  let enterprise: Headers;

  beforeAll(async () => {
    service = await CasesService.start();
    operator = await service.operator();
    enterprise = await service.contact('enterprise');
    await service.knows('safe');
  });
  afterAll(() => service.stop());

  it('shows files and cases to those concerned only', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const file = `incident-files/${incidentId}`;
    const outsider = await service.unit('AST01');
    const other = await service.contact('rival', { enterpriseId: newId() });
    const machine = await service.as('panel', ['machine']);
    for (const headers of [outsider, other, machine]) {
      expect(await service.get(headers, file)).toMatchObject({
        status: 404,
        body: { code: 'incident-file.not-found' },
      });
    }
    expect(await service.get(outsider, `cases/${caseId}`)).toMatchObject({ status: 404 });
    expect(await service.post(outsider, `cases/${caseId}/suspects`)).toMatchObject({ status: 404 });
    expect(await service.post(outsider, `incident-files/${incidentId}/restrict`, { reason: 'x' })).toMatchObject({
      status: 404,
    });
    expect(await service.get(enterprise, `cases/${caseId}`)).toMatchObject({ status: 403 });
    const assist = await service.unit('CID01');
    expect(await service.post(assist, `cases/${caseId}/review`)).toMatchObject({
      status: 403,
      body: { code: 'case.not-lead-unit' },
    });
    expect(await service.post(assist, `cases/${caseId}/suspects`, { state: 'at_large' })).toMatchObject({
      status: 201,
      body: { number: 1, state: 'at_large' },
    });
    expect(await service.post(assist, `cases/${caseId}/suspects/1/caught`)).toMatchObject({ status: 200 });
    expect(await service.post(assist, `cases/${caseId}/suspects/9/caught`)).toMatchObject({ status: 404 });
    for (const id of [newId(), 'nothing', '%E4%B8%AD']) {
      expect(await service.get(operator, `incident-files/${id}`)).toMatchObject({ status: 404 });
    }
    const leader = await service.as('leader', ['supervisor', 'analyst']);
    const { body } = await service.get(leader, file);
    expect(JSON.stringify(body)).not.toContain('13800001111');
    expect(await service.get(await service.as('admin', ['sys_admin']), file)).toMatchObject({ status: 403 });
  });

  it('gives the enterprise six steps, and a restricted incident to its safe contact only', async () => {
    const { incidentId } = await service.dispatched();
    const file = `incident-files/${incidentId}`;
    const { body } = await service.get(enterprise, file);
    expect(Object.keys(body).sort()).toEqual(
      [
        'advice',
        'case',
        'contact',
        'incidentId',
        'ledger',
        'number',
        'receivedAt',
        'standing',
        'steps',
        'type',
        'view',
      ].sort(),
    );
    const steps = body['steps'] as { state: string }[];
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(body['ledger']).toMatchObject({ lines: [{ kind: 'reported' }] });
    const officer = await service.unit('PS01');
    expect(
      await service.post(officer, `${file}/restrict`, { reason: '内部人员', safeContact: { account: 'safe' } }),
    ).toMatchObject({ status: 200, body: { restricted: true, safeContact: 'safe' } });
    const again = { reason: '内部人员', safeContact: { account: 'SAFE' } };
    expect(await service.post(officer, `${file}/restrict`, again)).toMatchObject({ status: 409 });
    expect(await service.get(enterprise, file)).toMatchObject({ status: 404 });
    expect(await service.get(await service.contact('safe'), file)).toMatchObject({ status: 200 });
    expect(await service.get(await service.contact('safe', { enterpriseId: newId() }), file)).toMatchObject({
      status: 404,
    });
    const list = (await service.get(await service.contact('safe'), 'incident-files')).body['items'] as Json[];
    const listed = list.find((item) => item['incidentId'] === incidentId) ?? {};
    const { body: told } = await service.get(await service.contact('safe'), file);
    const { lines } = told['ledger'] as Json;
    // The list tells the same as the file, but for the lines of the ledger.
    expect({ ...listed, ledger: { ...(listed['ledger'] as Json), lines } }).toEqual(told);
    // Of a restricted incident: that it was received, and what documents tell.
    expect((told['steps'] as { step: string }[]).map(({ step }) => step)).toEqual([
      'received',
      'investigating',
      'solved',
      'returned',
    ]);
    expect(JSON.stringify(told['contact'])).not.toContain('派出所');
    const ids = async (headers: Headers) =>
      ((await service.get(headers, 'incident-files?limit=200')).body['items'] as { incidentId: string }[]).map(
        (item) => item.incidentId,
      );
    expect(await ids(enterprise)).not.toContain(incidentId);
    expect(await ids(await service.contact('safe'))).toContain(incidentId);
    expect(await ids(officer)).toContain(incidentId);
    expect(await ids(await service.unit('AST01'))).not.toContain(incidentId);
  });

  it('pages through the list, newest first, with filters', async () => {
    const enterpriseId = newId();
    const made: string[] = [];
    for (const minutes of [1, 2, 3]) {
      const receivedAt = minutesAfter(RECEIVED_AT, minutes);
      const { incidentId } = await service.dispatched(['PS01'], {
        receivedAt,
        enterprise: { id: enterpriseId, name: '甲' },
      });
      made.unshift(incidentId);
    }
    const list = async (query: string) => {
      const { body } = await service.get(operator, `incident-files?enterpriseId=${enterpriseId}&${query}`);
      return body as unknown as { items: { incidentId: string }[]; next: string | null };
    };
    const first = await list('limit=2');
    expect(first.items.map(({ incidentId }) => incidentId)).toEqual(made.slice(0, 2));
    const second = await list(`limit=2&after=${first.next ?? ''}`);
    expect(second).toMatchObject({ items: [{ incidentId: made[2] }], next: null });
    expect((await list('state=CLOSED')).items).toEqual([]);
    expect((await list('state=DISPATCHED&priority=P3')).items).toHaveLength(3);
    expect(await service.get(operator, 'incident-files?after=x')).toMatchObject({ status: 400 });
    expect(await service.get(operator, 'incident-files?state=NOTHING')).toMatchObject({ status: 400 });
  });

  it('lists what is open with the clock that runs out next, and single incidents by id', async () => {
    const enterpriseId = newId();
    const { incidentId, body } = await service.dispatched(['PS01', 'CID01'], {
      enterprise: { id: enterpriseId, name: '甲' },
    });
    const list = async (headers: Headers, query: string) =>
      (await service.get(headers, `incident-files?${query}`)).body['items'] as Json[];
    const own = `enterpriseId=${enterpriseId}`;
    expect((await list(operator, `${own}&stage=open`)).map((row) => row['incidentId'])).toEqual([incidentId]);
    expect(await list(operator, `${own}&stage=ended`)).toEqual([]);
    const [row = {}] = await list(operator, `ids=${incidentId},${newId()}`);
    expect(row).toMatchObject({ incidentId, reportCount: 1, gapCount: 0, insiderSuspected: false });
    const issued = body['assignments'] as { acknowledgeBy: string }[];
    const first = issued.map(({ acknowledgeBy }) => acknowledgeBy).sort()[0];
    expect(row['nextClock']).toMatchObject({ clock: 'acknowledge', dueAt: first });
    expect(await list(await service.unit('AST01'), `ids=${incidentId}`)).toEqual([]);
    expect(await service.get(operator, 'incident-files?ids=x')).toMatchObject({ status: 400 });
  });

  it('refuses times that cannot be', async () => {
    const { caseId } = await service.dispatched();
    const lead = await service.unit('PS01');
    const review = (occurredAt: string) => service.post(lead, `cases/${caseId}/review`, { occurredAt });
    expect(await review(minutesAfter(new Date().toISOString(), 5))).toMatchObject({
      status: 422,
      body: { code: 'time.in-future' },
    });
    expect(await review(minutesAfter(RECEIVED_AT, -1))).toMatchObject({
      status: 422,
      body: { code: 'time.before-report' },
    });
    expect(await review('yesterday')).toMatchObject({ status: 400 });
  });
});
