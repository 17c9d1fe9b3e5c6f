import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentFactsAdded, type DangerFlag } from '#contracts';
import { newId } from '#platform';
import { CasesService, type Answer } from './cases.fixture.js';
import { feedback, minutesAfter, planned, RECEIVED_AT, reported } from './cases.samples.js';

type Headers = Record<string, string>;

describe('a restriction of disclosure that is lifted', () => {
  let service: CasesService;
  let lead: Headers;
  let director: Headers;
  let enterprise: Headers;

  beforeAll(async () => {
    service = await CasesService.start();
    await service.knows('safe');
    await service.knows('enterprise');
    lead = await service.unit('PS01');
    director = await service.director();
    enterprise = await service.contact('enterprise');
  });
  afterAll(() => service.stop());

  const lifting = { act: 'lift_restriction', basis: '内部人员已到案' };
  const idOf = ({ body }: Answer): string => String(body['proposalId']);
  const propose = (headers: Headers, incidentId: string, body: object = lifting) =>
    service.post(headers, `incident-files/${incidentId}/proposals`, body);
  const approve = (headers: Headers, proposalId: string) => service.post(headers, `proposals/${proposalId}/approve`);
  const fileOf = async (headers: Headers, incidentId: string) => service.get(headers, `incident-files/${incidentId}`);
  const restrict = (incidentId: string, account?: string) =>
    service.post(lead, `incident-files/${incidentId}/restrict`, {
      reason: '疑有内部人员',
      ...(account !== undefined && { safeContact: { account } }),
    });

  /** An incident that units were sent to and that nobody made a case of. */
  async function withoutCase(more: Parameters<typeof reported>[1] = {}): Promise<string> {
    const incidentId = newId();
    await service.feed(reported(incidentId, more), planned(incidentId, ['PS01', 'CID01']));
    return incidentId;
  }

  const factsAdded = (incidentId: string, newFlags: DangerFlag[], restricted = true) =>
    IncidentFactsAdded.of({
      incidentId,
      occurredAt: minutesAfter(RECEIVED_AT, 20),
      reportId: newId(),
      grown: ['flags'],
      newFlags,
      flags: newFlags,
      crowd: 3,
      injured: 0,
      estimatedLossFen: 0,
      details: {},
      from: 'P3',
      priority: 'P3',
      firedRules: [],
      enterpriseRelated: true,
      restricted,
      plan: { id: 'p-E101', version: 1, atOnce: ['PS', 'CID'], inform: [] },
    });

  it('is lifted by the case officer and an approver together, also where there is no case', async () => {
    const incidentId = await withoutCase();
    await restrict(incidentId, 'safe');
    const made = await propose(lead, incidentId);
    expect(made).toMatchObject({
      status: 201,
      body: { act: 'lift_restriction', state: 'PROPOSED', waitsFor: 'approver', needsLegal: false, incidentId },
    });
    expect(made.body).not.toHaveProperty('caseId');
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 404 });
    const waiting = (await service.get(director, 'proposals?limit=200')).body['items'] as { proposalId: string }[];
    expect(waiting.map(({ proposalId }) => proposalId)).toContain(idOf(made));
    expect(await approve(director, idOf(made))).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 200, body: { steps: { length: 6 } } });
    const { body } = await fileOf(lead, incidentId);
    expect(body).toMatchObject({
      restricted: false,
      insiderSuspected: false,
      proposals: [
        {
          ruleVersion: 'disclosure-1',
          steps: [
            { state: 'PROPOSED', by: { account: 'PS01' } },
            { state: 'APPROVED', by: { account: 'director' } },
          ],
        },
      ],
    });
    expect(body).not.toHaveProperty('safeContact');
    const lines = (body['timeline'] as { text: { zh: string } }[]).map(({ text }) => text.zh);
    expect(lines).toEqual(expect.arrayContaining(['呈报：解除限制知悉', '审批同意：解除限制知悉', '解除限制知悉']));
    const events = await service.hasPublished(incidentId, 4);
    expect(events.map(({ type }) => type)).toEqual([
      'incident.restricted.v1',
      'incident.proposal-moved.v1',
      'incident.proposal-moved.v1',
      'incident.restriction-lifted.v1',
    ]);
    expect(events.at(-1)?.payload).toMatchObject({ reason: '内部人员已到案', by: { account: 'director' } });
  });

  it('is restricted again afterwards, and lifted again', async () => {
    const incidentId = await withoutCase();
    for (let turn = 0; turn < 2; turn++) {
      expect(await restrict(incidentId)).toMatchObject({ status: 200 });
      expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 404 });
      expect(await approve(director, idOf(await propose(lead, incidentId)))).toMatchObject({ status: 200 });
      expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 200 });
    }
  });

  it('is proposed by nobody but a case officer of the lead unit, once, and only where there is something to lift', async () => {
    const incidentId = await withoutCase();
    expect(await propose(lead, incidentId)).toMatchObject({ status: 409, body: { code: 'incident.not-restricted' } });
    await restrict(incidentId);
    const officer = await service.as('PS01', ['officer'], { unitId: 'PS01' });
    for (const [headers, status] of [
      [await service.unit('CID01'), 403],
      [officer, 403],
      [await service.operator(), 403],
      [director, 403],
      [await service.unit('AST01'), 404],
    ] as const)
      expect(await propose(headers, incidentId)).toMatchObject({ status });
    expect(await propose(lead, incidentId, { act: 'file', basis: 'x' })).toMatchObject({ status: 400 });
    expect(await propose(lead, incidentId, { act: 'lift_restriction' })).toMatchObject({ status: 400 });
    expect(await propose(lead, incidentId)).toMatchObject({ status: 201 });
    expect(await propose(lead, incidentId)).toMatchObject({ status: 409, body: { code: 'proposal.pending' } });
  });

  it('is approved by nobody who proposed it or made an entry of the ledger, and not by a case', async () => {
    const { incidentId, caseId } = await service.dispatched();
    await restrict(incidentId);
    const about = await service.post(lead, `cases/${caseId}/proposals`, lifting);
    expect(about).toMatchObject({ status: 400 });
    const mover = await service.as('mover', ['officer', 'case_officer'], { unitId: 'CID01' });
    await service.post(mover, `cases/${caseId}/ledger-entries`, { kind: 'RECOVERED', amountFen: 1, holding: '铜料' });
    const made = await propose(lead, incidentId);
    const both = await service.as('PS01', ['case_officer', 'approver'], { unitId: 'PS01' });
    expect(await approve(both, idOf(made))).toMatchObject({ status: 403, body: { code: 'proposal.same-person' } });
    expect(await approve(await service.as('mover', ['approver']), idOf(made))).toMatchObject({
      status: 403,
      body: { code: 'proposal.approved-by-maker' },
    });
    expect(await approve(lead, idOf(made))).toMatchObject({ status: 403 });
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 404 });
  });

  it('stays where an approver rejects it, and may be proposed anew', async () => {
    const incidentId = await withoutCase();
    await restrict(incidentId);
    const made = await propose(lead, incidentId);
    expect(await service.post(director, `proposals/${idOf(made)}/reject`, { reason: '尚未核实' })).toMatchObject({
      status: 200,
      body: { state: 'REJECTED' },
    });
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 404 });
    expect(await propose(lead, incidentId)).toMatchObject({ status: 201 });
  });

  it.each([
    ['a unit suspects an insider', (id: string) => service.feed(feedback(id, 'PS01', 30, { insiderSuspected: true }))],
    ['a report does', (id: string) => service.feed(factsAdded(id, ['insider_suspected']))],
    ['police restrict anew', (id: string) => restrict(id, 'safe')],
  ])('is not lifted by what was proposed before %s', async (_what, happen) => {
    const incidentId = await withoutCase();
    await restrict(incidentId);
    const made = await propose(lead, incidentId);
    await happen(incidentId);
    expect(await approve(director, idOf(made))).toMatchObject({ status: 409, body: { code: 'proposal.overtaken' } });
    const { body } = await fileOf(lead, incidentId);
    expect(body).toMatchObject({ restricted: true, proposals: [{ overtaken: true }] });
    const anew = await propose(lead, incidentId);
    expect(anew).toMatchObject({ status: 201 });
    expect(await service.post(director, `proposals/${idOf(made)}/reject`, { reason: '已有新情况' })).toMatchObject({
      status: 200,
    });
    expect(await approve(director, idOf(anew))).toMatchObject({ status: 200 });
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 200 });
  });

  it('is not put back by facts that were known, and is by a new suspicion, which leaves no contact', async () => {
    const incidentId = await withoutCase({ restricted: true, flags: ['insider_suspected'] });
    await approve(director, idOf(await propose(lead, incidentId)));
    await service.feed(factsAdded(incidentId, ['in_progress']));
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 200 });
    await restrict(incidentId, 'enterprise');
    await service.feed(factsAdded(incidentId, ['insider_suspected']));
    expect(await fileOf(enterprise, incidentId)).toMatchObject({ status: 404 });
    expect(await service.parked()).toEqual([]);
  });

  it('keeps the contact that police confirmed after a suspicion when the facts that grew from it come late', async () => {
    const incidentId = await withoutCase();
    await service.feed(feedback(incidentId, 'PS01', 10, { insiderSuspected: true }));
    expect((await fileOf(lead, incidentId)).body).toMatchObject({ restricted: true });
    await restrict(incidentId, 'safe');
    const { reportId: _none, ...told } = factsAdded(incidentId, ['insider_suspected']);
    await service.feed(IncidentFactsAdded.of({ ...told, feedbackId: newId() }));
    expect((await fileOf(lead, incidentId)).body).toMatchObject({ safeContact: { account: 'safe' } });
  });
});
