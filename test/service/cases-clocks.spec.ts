import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';
import { completed, planned, reported } from './cases.samples.js';

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

describe('the limits of the law', () => {
  let service: CasesService;
  let lead: Record<string, string>;
  let director: Record<string, string>;
  let legal: Record<string, string>;
  let operator: Record<string, string>;

  beforeAll(async () => {
    service = await CasesService.start();
    lead = await service.unit('PS01');
    director = await service.director();
    legal = await service.as('legal', ['legal_reviewer']);
    operator = await service.operator();
  });
  afterAll(() => service.stop());

  /** An incident of some days ago, with the case that was opened then. */
  const opened = async (hours: number, more: Parameters<typeof reported>[1] = {}) => {
    const incidentId = newId();
    await service.feed(reported(incidentId, { receivedAt: ago(hours + 1), ...more }), planned(incidentId, ['PS01']));
    const answer = await service.post(lead, `incidents/${incidentId}/case`, { occurredAt: ago(hours) });
    return { incidentId, caseId: String(answer.body['caseId']) };
  };
  const rung = async (incidentId: string, count: number, before: number) => {
    const events = await service.hasPublished(incidentId, before + count);
    return events.filter(({ type }) => type === 'case.clock-rang.v1').map(({ payload }) => payload);
  };
  const listed = async (headers: Record<string, string>, ringing: string): Promise<string[]> => {
    const { body } = await service.get(headers, `incident-files?ringing=${ringing}&limit=50`);
    return (body['items'] as { incidentId: string }[]).map(({ incidentId }) => incidentId);
  };
  const propose = async (headers: Record<string, string>, caseId: string, act: string) =>
    service.post(headers, `cases/${caseId}/proposals`, { act, basis: '案情复杂' });
  const approve = (made: { body: Record<string, unknown> }) =>
    service.post(director, `proposals/${String(made.body['proposalId'])}/approve`);
  const clockOf = async (incidentId: string) =>
    (await service.get(operator, `incident-files/${incidentId}`)).body['lawClock'] as
      Record<string, unknown> | undefined;

  it('ring for the officer of a case that nobody decides, then for his leader, and stop when it is decided', async () => {
    const { incidentId, caseId } = await opened(5 * 24);
    const rings = await rung(incidentId, 2, 2);
    expect(rings.slice(0, 2)).toMatchObject([
      { clock: 'filing', stage: 50, waitsFor: 'case_officer', caseId },
      { clock: 'filing', stage: 100, waitsFor: 'case_officer', escalatedTo: 'unit_duty_leader' },
    ]);
    expect(await clockOf(incidentId)).toMatchObject({ clock: 'filing', stage: 100 });
    for (const who of [lead, operator, director]) expect(await listed(who, 'all')).toContain(incidentId);
    expect(await listed(lead, 'case_officer')).toContain(incidentId);
    expect(await listed(await service.unit('PS02'), 'all')).not.toContain(incidentId);
    await service.post(lead, `cases/${caseId}/review`);
    const made = await propose(lead, caseId, 'file');
    expect(await listed(director, 'approver')).toContain(incidentId);
    expect(await listed(lead, 'case_officer')).not.toContain(incidentId);
    await approve(made);
    expect(await clockOf(incidentId)).toBeUndefined();
    expect(await listed(operator, 'all')).not.toContain(incidentId);
  });

  it('are extended on approval only, from the same start and as far as the law knows', async () => {
    const { incidentId, caseId } = await opened(5 * 24);
    await service.post(lead, `cases/${caseId}/review`);
    await rung(incidentId, 2, 3);
    for (const days of [7, 30]) {
      const made = await propose(lead, caseId, 'extend');
      expect(made).toMatchObject({ status: 201, body: { waitsFor: 'approver' } });
      expect(await service.post(lead, `cases/${caseId}/extend`, { basis: 'x' })).toMatchObject({ status: 404 });
      await approve(made);
      const { from, dueAt } = (await clockOf(incidentId)) as { from: string; dueAt: string };
      const full = (Date.parse(dueAt) - Date.parse(from)) / HOUR / 24;
      expect([Math.floor(full), full > days]).toEqual([days, true]);
    }
    expect(await listed(operator, 'all')).not.toContain(incidentId);
    expect(await propose(lead, caseId, 'extend')).toMatchObject({
      status: 409,
      body: { code: 'case.extended-enough' },
    });
    const { body } = await service.get(lead, `cases/${caseId}`);
    expect(body['state']).toBe('REVIEWING');
  });

  it('extend a reconsideration on the proposal of legal review, who it rings for', async () => {
    const { incidentId, caseId } = await opened(1);
    await service.post(lead, `cases/${caseId}/review`);
    await service.approved('PS01', caseId, { act: 'not_file', basis: '情节显著轻微' });
    await service.post(lead, `cases/${caseId}/ask-reconsideration`, { basis: '不服', servedAt: ago(0.01) });
    expect(await clockOf(incidentId)).toMatchObject({ clock: 'reconsideration', waitsFor: 'legal_reviewer' });
    expect(await propose(lead, caseId, 'extend')).toMatchObject({
      status: 403,
      body: { code: 'case.not-legal-reviewer' },
    });
    const before = (await clockOf(incidentId))?.['dueAt'] as string;
    await approve(await propose(legal, caseId, 'extend'));
    const after = (await clockOf(incidentId))?.['dueAt'] as string;
    expect((Date.parse(after) - Date.parse(before)) / HOUR / 24).toBe(30);
    expect(await propose(legal, caseId, 'extend')).toMatchObject({ body: { code: 'case.extended-enough' } });
  });

  it('ring when an incident was handled a day ago and no case was opened, until one is', async () => {
    const incidentId = newId();
    await service.feed(
      reported(incidentId, { receivedAt: ago(26) }),
      planned(incidentId, ['PS01']),
      Object.assign(completed(incidentId, 'PS01'), { occurredAt: ago(25) }),
    );
    const rings = await rung(incidentId, 2, 0);
    expect(rings).toMatchObject([
      { clock: 'opening', stage: 50, waitsFor: 'case_officer' },
      { clock: 'opening', stage: 100, escalatedTo: 'unit_duty_leader' },
    ]);
    expect(rings[0]).not.toHaveProperty('caseId');
    expect(await listed(lead, 'all')).toContain(incidentId);
    await service.post(lead, `incidents/${incidentId}/case`);
    expect(await clockOf(incidentId)).toMatchObject({ clock: 'filing' });
    expect(await listed(lead, 'all')).not.toContain(incidentId);
  });

  it('tell enterprises and partners nothing, whatever these ask for', async () => {
    const { incidentId } = await opened(5 * 24);
    await rung(incidentId, 2, 2);
    const seen = await service.get(await service.contact('enterprise'), 'incident-files?ringing=all&limit=50');
    expect(JSON.stringify(seen.body)).not.toMatch(/lawClock|期限/);
    const file = await service.get(await service.contact('enterprise'), `incident-files/${incidentId}`);
    expect(JSON.stringify(file.body)).not.toMatch(/lawClock|rung|期限/);
  });
});
