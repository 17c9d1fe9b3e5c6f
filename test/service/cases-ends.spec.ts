import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CasesService } from './cases.fixture.js';
import { completed } from './cases.samples.js';

describe('the end of a case', () => {
  let service: CasesService;
  let lead: Record<string, string>;

  beforeAll(async () => {
    service = await CasesService.start();
    lead = await service.unit('PS01');
  });
  afterAll(() => service.stop());

  const stateOf = async (caseId: string) => (await service.get(lead, `cases/${caseId}`)).body['state'];

  describe('an administrative case', () => {
    const accepted = async () => {
      const { incidentId, caseId } = await service.administrative();
      await service.post(lead, `cases/${caseId}/review`);
      await service.post(lead, `cases/${caseId}/accept`);
      return { incidentId, caseId };
    };
    const approved = (caseId: string, act: string) => service.approved('PS01', caseId, { act, basis: '事实清楚' });

    it.each([
      ['punish', 'ADMIN_DECIDED'],
      ['terminate', 'TERMINATED'],
    ])('is ended by %s on approval only, and concluded on approval again', async (act, state) => {
      const { incidentId, caseId } = await accepted();
      expect(await service.post(lead, `cases/${caseId}/${act}`, { basis: 'x' })).toMatchObject({ status: 404 });
      expect(await approved(caseId, 'conclude')).toMatchObject({ status: 409, body: { code: 'case.wrong-state' } });
      await approved(caseId, act);
      expect(await stateOf(caseId)).toBe(state);
      await approved(caseId, 'conclude');
      const { body } = await service.get(lead, `incident-files/${incidentId}`);
      expect(body['case']).toMatchObject({ state: 'CONCLUDED', acceptedAt: expect.any(String) });
      expect(await approved(caseId, 'punish')).toMatchObject({ status: 409 });
    });

    it('is mediated by its officer, taken up again where the agreement is not kept, and concluded by approval', async () => {
      const { caseId } = await accepted();
      expect(await service.post(lead, `cases/${caseId}/mediate`)).toMatchObject({
        body: { code: 'case.basis-missing' },
      });
      const agreed = { basis: '双方自愿达成协议' };
      expect(await service.post(lead, `cases/${caseId}/mediate`, agreed)).toMatchObject({
        body: { state: 'MEDIATED' },
      });
      const failed = await service.post(lead, `cases/${caseId}/mediation-failed`, { basis: '逾期未履行' });
      expect(failed).toMatchObject({ body: { state: 'ADMIN_ACCEPTED' } });
      await service.post(lead, `cases/${caseId}/mediate`, agreed);
      expect(await service.post(lead, `cases/${caseId}/conclude`, agreed)).toMatchObject({ status: 404 });
      await approved(caseId, 'conclude');
      expect(await stateOf(caseId)).toBe('CONCLUDED');
    });

    it('becomes a criminal one that is filed on approval and investigated', async () => {
      const { incidentId, caseId } = await accepted();
      await approved(caseId, 'upgrade');
      const { body } = await service.get(lead, `incident-files/${incidentId}`);
      expect(body['case']).toMatchObject({ state: 'FILED', kind: 'criminal', filedAt: expect.any(String) });
      expect(await service.post(lead, `cases/${caseId}/investigate`)).toMatchObject({
        body: { state: 'INVESTIGATING' },
      });
    });

    it('is not concluded while something is under control', async () => {
      const { caseId } = await accepted();
      const entry = { kind: 'RECOVERED', amountFen: 500, holding: '铜料' };
      await service.post(lead, `cases/${caseId}/ledger-entries`, entry);
      await approved(caseId, 'punish');
      const refused = { status: 409, body: { code: 'case.unsettled', detail: expect.stringContaining('5.00') } };
      expect(await approved(caseId, 'conclude')).toMatchObject(refused);
    });
  });

  it('closes as a case what got one since the lead told its outcome, and says whether it goes on', async () => {
    const { incidentId, caseId } = await service.dispatched(['PS01']);
    await service.feed(completed(incidentId, 'PS01', 'NO_OFFENCE'));
    const operator = await service.operator();
    const other = { outcome: 'NO_OFFENCE', note: 'x' };
    expect(await service.post(operator, `incidents/${incidentId}/close`, other)).toMatchObject({
      body: { code: 'incident.outcome-contradicts-case' },
    });
    expect(await service.post(operator, `incidents/${incidentId}/close`)).toMatchObject({
      status: 200,
      body: { closed: { outcome: 'CASE_REGISTERED' } },
    });
    const events = await service.hasPublished(incidentId, 3);
    expect(events.at(-1)).toMatchObject({ type: 'incident.closed.v1', payload: { caseGoesOn: true } });
    expect(await stateOf(caseId)).toBe('REGISTERED');
  });
});
