import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CasesService } from './cases.fixture.js';
import { completed } from './cases.samples.js';

describe('one account that holds every role', () => {
  let service: CasesService;
  beforeAll(async () => {
    service = await CasesService.start();
  });
  afterAll(() => service.stop());

  it('reaches neither FILED, ADMIN_DECIDED, CONCLUDED, RETURNED nor CLOSED, whatever it does in whatever order', async () => {
    const ROLES = [
      'officer',
      'case_officer',
      'legal_reviewer',
      'approver',
      'property_custodian',
      'dispatcher',
      'duty_chief',
    ];
    // Reviewing, proposing and judging come often: without them nothing else leads anywhere.
    const which = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, 1, 3, 5, 5, 7, 14, 15) },
      { weight: 2, arbitrary: fc.nat(20) },
    );
    const acts = fc.array(fc.tuple(which, fc.boolean()), { minLength: 8, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom('PS01', 'CID01'), fc.boolean(), async (steps, unitId, administrative) => {
        const { incidentId, caseId } = administrative ? await service.administrative() : await service.dispatched();
        const all = await service.as(unitId, ROLES as never, { unitId });
        if (unitId === 'PS01') await service.feed(completed(incidentId, 'PS01'));
        const made: string[] = [];
        const entry = { amountFen: 100, holding: '铜料' };
        const on = (path: string, body: object = {}) => service.post(all, path, body);
        const proposal = async (body: object) => {
          const answer = await on(`cases/${caseId}/proposals`, body);
          if (answer.status === 201) made.push(String(answer.body['proposalId']));
        };
        const onLast = (name: string, body: object) => on(`proposals/${made.at(-1) ?? incidentId}/${name}`, body);
        const deeds: ((flag: boolean) => Promise<unknown>)[] = [
          () => on(`cases/${caseId}/review`),
          (disputed) => proposal({ act: 'file', basis: '有犯罪事实', disputed }),
          () => proposal({ act: 'not_file', basis: 'x' }),
          () => proposal({ act: 'return', basis: 'x', entry }),
          () => proposal({ act: 'freeze', basis: 'x', entry }),
          () => onLast('approve', {}),
          (agree) => onLast('opinion', { agree, note: 'x' }),
          () => onLast('hand-over', { collector: 'x' }),
          () => on(`cases/${caseId}/ledger-entries`, { kind: 'RECOVERED', ...entry }),
          () => on(`cases/${caseId}/ledger-entries`, { kind: 'RETURNED', ...entry, approvalRef: '1' }),
          () => on(`cases/${caseId}/investigate`),
          () => on(`cases/${caseId}/solve`, { basis: 'x' }),
          (plain) => on(`incidents/${incidentId}/close`, plain ? {} : { outcome: 'FALSE_ALARM', note: 'x' }),
          () => on(`cases/${caseId}/ledger-entries`, { kind: 'LOSS_VERIFIED', amountFen: 1, method: 'x' }),
          () => on(`cases/${caseId}/accept`),
          (disputed) => proposal({ act: 'punish', basis: 'x', disputed }),
          (disputed) => proposal({ act: 'upgrade', basis: 'x', disputed }),
          () => proposal({ act: 'terminate', basis: 'x' }),
          () => on(`cases/${caseId}/mediate`, { basis: 'x' }),
          () => on(`cases/${caseId}/mediation-failed`, { basis: 'x' }),
          () => proposal({ act: 'conclude', basis: 'x' }),
        ];
        for (const [which, flag] of steps) await deeds[which]?.(flag);
        const { body } = await service.get(await service.operator(), `incident-files/${incidentId}`);
        const { state, filedAt, ledger } = body['case'] as {
          state: string;
          filedAt?: string;
          ledger: { figures: { returnedFen: number } };
        };
        expect([state, filedAt, ledger.figures.returnedFen]).toEqual([
          expect.stringMatching(/^(REGISTERED|REVIEWING|ADMIN_ACCEPTED|MEDIATED)$/),
          undefined,
          0,
        ]);
        expect(body['state']).not.toBe('CLOSED');
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
