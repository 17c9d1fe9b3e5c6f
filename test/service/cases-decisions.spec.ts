import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CasesService, type Answer } from './cases.fixture.js';
import { eventOf } from '#testing';
import { AssignmentAcknowledged, IncidentFactsAdded } from '#contracts';

/** What a decision with this header is answered: 428 without, 412 on what is not so any more. */
const MISSING = { status: 428, body: { code: 'edit.if-match-required', errors: [{ pointer: '/headers/if-match' }] } };
const STALE = { status: 412, body: { code: 'edit.version-changed', errors: [{ pointer: '/headers/if-match' }] } };
const tag = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

describe('a decision about a file or its case', () => {
  let service: CasesService;
  let lead: Record<string, string>;
  let operator: Record<string, string>;
  let director: Record<string, string>;
  beforeAll(async () => {
    service = await CasesService.start();
    [lead, operator, director] = [await service.unit('PS01'), await service.operator(), await service.director()];
  });
  afterAll(() => service.stop());

  const versionOf = async (incidentId: string): Promise<number> => {
    const { body } = await service.get(operator, `incident-files/${incidentId}`);
    return (body['versions'] as { file: number }).file;
  };
  const idOf = ({ body }: Answer): string => String(body['proposalId']);
  const without = { 'if-match': '' };

  it('is not taken without the version, nor on one that others have changed, whatever it decides', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const bare = (await service.dispatched()).incidentId;
    await service.post(lead, `cases/${caseId}/review`);
    const proposal = { act: 'file', basis: '有犯罪事实' };
    const proposed = idOf(await service.post(lead, `cases/${caseId}/proposals`, proposal));
    const old = tag((await versionOf(incidentId)) - 1);
    const wanted: [Record<string, string>, string, object?][] = [
      [operator, `incidents/${incidentId}/close`],
      [operator, `incident-files/${incidentId}/restrict`, { reason: '疑有内部人员' }],
      [lead, `incidents/${bare}/case`],
      [lead, `cases/${caseId}/investigate`],
      [lead, `cases/${caseId}/proposals`, proposal],
      [lead, `cases/${caseId}/ledger-entries`, { kind: 'REVERSAL', amountFen: 1, note: '记错' }],
      [director, `proposals/${proposed}/approve`],
      [director, `proposals/${proposed}/reject`, { reason: '证据不足' }],
    ];
    for (const [by, path, body] of wanted) {
      expect([path, await service.post({ ...by, ...without }, path, body)]).toMatchObject([path, MISSING]);
      expect([path, await service.post({ ...by, ...old }, path, body)]).toMatchObject([path, STALE]);
    }
    const { body } = await service.get(operator, `incident-files/${incidentId}`);
    expect(body).toMatchObject({ state: 'DISPATCHED', restricted: false, case: { state: 'REVIEWING' } });
  });

  it('is not even refused as stale to whom the case does not exist', async () => {
    const { caseId } = await service.dispatched();
    const stranger = { ...(await service.unit('PS09')), ...without };
    expect(await service.post(stranger, `cases/${caseId}/review`)).toMatchObject({ status: 404 });
  });

  it('rests on the version that file, case and list show, and its answer names the next', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const { body: read } = await service.get(lead, `cases/${caseId}`);
    expect(read['version']).toBe(await versionOf(incidentId));
    const reviewed = await service.post({ ...lead, ...tag(read['version']) }, `cases/${caseId}/review`);
    expect(reviewed).toMatchObject({ status: 200, body: { state: 'REVIEWING', version: await versionOf(incidentId) } });
    const made = await service.post({ ...lead, ...tag(reviewed.body['version']) }, `cases/${caseId}/proposals`, {
      act: 'file',
      basis: '有犯罪事实',
    });
    const { body: list } = await service.get(director, 'proposals?limit=200');
    const waiting = (list['items'] as { proposalId: string; version: number }[]).find(
      ({ proposalId }) => proposalId === idOf(made),
    );
    expect(waiting?.version).toBe(made.body['version']);
    const approved = await service.post({ ...director, ...tag(waiting?.version) }, `proposals/${idOf(made)}/approve`);
    expect(approved).toMatchObject({ status: 200, body: { version: await versionOf(incidentId) } });
  });

  it('is not approved on a case to which somebody has added since it was read', async () => {
    const { incidentId, caseId } = await service.dispatched();
    await service.post(lead, `cases/${caseId}/review`);
    const made = await service.post(lead, `cases/${caseId}/proposals`, { act: 'not_file', basis: '没有犯罪事实' });
    const read = tag(made.body['version']);
    const found = { kind: 'RECOVERED', amountFen: 1, holding: 'A' };
    expect(await service.post(lead, `cases/${caseId}/ledger-entries`, found)).toMatchObject({ status: 201 });
    const approve = `proposals/${idOf(made)}/approve`;
    expect(await service.post({ ...director, ...read }, approve)).toMatchObject(STALE);
    const again = tag(await versionOf(incidentId));
    expect(await service.post({ ...director, ...again }, approve)).toMatchObject({ body: { state: 'APPROVED' } });
  });

  it('stands while units sign, and not when the facts have changed', async () => {
    const { incidentId } = await service.dispatched();
    const restriction = { reason: '疑有内部人员' };
    const read = tag(await versionOf(incidentId));
    await service.feed(eventOf(IncidentFactsAdded, { incidentId, from: 'P3', priority: 'P2' }));
    const stale = await service.post({ ...operator, ...read }, `incident-files/${incidentId}/restrict`, restriction);
    expect(stale).toMatchObject(STALE);
    const now = tag(await versionOf(incidentId));
    await service.feed(eventOf(AssignmentAcknowledged, { incidentId }));
    const taken = await service.post({ ...operator, ...now }, `incident-files/${incidentId}/restrict`, restriction);
    expect(taken).toMatchObject({ status: 200 });
  });

  it('leaves facts alone: suspects and what the scene enters are taken late, without a version', async () => {
    const { caseId } = await service.dispatched();
    const told = { ...lead, ...without };
    expect(await service.post(told, `cases/${caseId}/suspects`)).toMatchObject({ status: 201 });
    expect(await service.post(told, `cases/${caseId}/suspects/1/caught`)).toMatchObject({ status: 200 });
    const found = { kind: 'RECOVERED', amountFen: 1, holding: 'A' };
    const old = { ...lead, ...tag(0) };
    expect(await service.post(told, `cases/${caseId}/ledger-entries`, found)).toMatchObject({ status: 201 });
    expect(await service.post(old, `cases/${caseId}/ledger-entries`, found)).toMatchObject({ status: 201 });
    const released = { kind: 'RELEASED', amountFen: 1, holding: 'A' };
    expect(await service.post(told, `cases/${caseId}/ledger-entries`, released)).toMatchObject(MISSING);
    expect(await service.post(old, `cases/${caseId}/ledger-entries`, released)).toMatchObject(STALE);
  });

  it('answers under its key what it answered at first, although the version has moved on', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const once = { ...lead, ...tag(await versionOf(incidentId)), 'idempotency-key': `review-${caseId}` };
    const first = await service.post(once, `cases/${caseId}/review`);
    await service.post(lead, `cases/${caseId}/suspects`);
    expect(first).toMatchObject({ status: 200 });
    expect(await service.post(once, `cases/${caseId}/review`)).toEqual(first);
    const other = { ...once, 'idempotency-key': `other-${caseId}` };
    expect(await service.post(other, `cases/${caseId}/review`)).toMatchObject(STALE);
  });
});
