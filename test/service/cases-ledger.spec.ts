import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';

type Headers = Record<string, string>;
const figuresOf = (body: Record<string, unknown>) => body['figures'] as Record<string, number>;

describe('the loss ledger of a case', () => {
  let service: CasesService;
  let custodian: Headers;

  beforeAll(async () => {
    service = await CasesService.start();
    custodian = await service.custodian();
  });
  afterAll(() => service.stop());

  it('keeps the ledger: verified, recovered, returned, reversed by another person', async () => {
    const { caseId } = await service.dispatched();
    const officer = await service.unit('CID01');
    const post = (headers: Headers, body: object) => service.post(headers, `cases/${caseId}/ledger-entries`, body);
    expect(await post(officer, { kind: 'LOSS_VERIFIED', amountFen: 4_200_000 })).toMatchObject({
      status: 422,
      body: { code: 'ledger.entry-incomplete', errors: [{ pointer: '/method' }] },
    });
    expect(await post(officer, { kind: 'LOSS_VERIFIED', amountFen: 4_200_000, method: '价格认定' })).toMatchObject({
      status: 201,
      body: { figures: { verifiedFen: 4_200_000, outstandingFen: 4_200_000, provisional: false } },
    });
    expect(await post(officer, { kind: 'SEIZED', amountFen: 100 })).toMatchObject({
      status: 409,
      body: { code: 'ledger.case-not-filed' },
    });
    await post(officer, { kind: 'RECOVERED', amountFen: 3_000_000, holding: '铜材' });
    const beyond = { act: 'return', basis: '权属清楚', entry: { amountFen: 3_000_001, holding: '铜材' } };
    const propose = (body: object) => service.post(officer, `cases/${caseId}/proposals`, body);
    expect(await propose(beyond)).toMatchObject({ status: 409, body: { code: 'ledger.holding-exceeded' } });
    expect(await post(officer, { kind: 'RETURNED', amountFen: 1, holding: '铜材', approvalRef: 'P1' })).toMatchObject({
      status: 409,
      body: { code: 'ledger.approval-needed' },
    });
    const entry = { amountFen: 3_000_000, holding: '铜材' };
    const { body: approved } = await service.approved('CID01', caseId, { ...beyond, entry });
    expect(approved).toMatchObject({ state: 'APPROVED', waitsFor: 'property_custodian' });
    const handOver = `proposals/${String(approved['proposalId'])}/hand-over`;
    expect(await service.post(custodian, handOver, { collector: '王经理' })).toMatchObject({ status: 200 });
    const figures = async () =>
      (await service.get(officer, `cases/${caseId}`)).body['ledger'] as Record<string, unknown>;
    expect(await figures()).toMatchObject({
      figures: { heldFen: 0, returnedFen: 3_000_000, redressedFen: 3_000_000, outstandingFen: 1_200_000 },
    });
    const entries = (await figures())['entries'] as { entryId: string; kind: string; approvedBy?: object }[];
    const returned = entries.find(({ kind }) => kind === 'RETURNED');
    expect(returned).toMatchObject({ approvedBy: { account: 'director' }, by: { account: 'custodian' } });
    const reversal = { kind: 'REVERSAL', amountFen: 3_000_000, reverses: returned?.entryId, note: '重复登记' };
    const reversed = await post(officer, reversal);
    expect(figuresOf(reversed.body)).toMatchObject({ heldFen: 3_000_000, returnedFen: 0, recoveredFen: 3_000_000 });
    expect(await post(await service.unit('PS01'), reversal)).toMatchObject({
      status: 409,
      body: { code: 'ledger.already-reversed' },
    });
    const { body } = await service.get(officer, `cases/${caseId}`);
    expect((body['ledger'] as { entries: unknown[] }).entries).toHaveLength(5);
  });

  it('returns a holding once, however many hand it over at the same moment', async () => {
    const { caseId } = await service.dispatched();
    const officer = await service.unit('PS01');
    await service.post(officer, `cases/${caseId}/ledger-entries`, { kind: 'RECOVERED', amountFen: 300, holding: 'A' });
    const { body } = await service.approved('PS01', caseId, {
      act: 'return',
      basis: '权属清楚',
      entry: { amountFen: 300, holding: 'A' },
    });
    const path = `proposals/${String(body['proposalId'])}/hand-over`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => service.post(custodian, path, { collector: '王经理' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    const { body: after } = await service.get(officer, `cases/${caseId}`);
    expect(after).toMatchObject({ ledger: { figures: { heldFen: 0, returnedFen: 300 } } });
  });

  it('answers a repeated key with the same entry', async () => {
    const { caseId } = await service.dispatched();
    const officer = { ...(await service.unit('PS01')), 'idempotency-key': newId() };
    const body = { kind: 'RECOVERED', amountFen: 500 };
    const first = await service.post(officer, `cases/${caseId}/ledger-entries`, body);
    expect(await service.post(officer, `cases/${caseId}/ledger-entries`, body)).toEqual(first);
    expect(figuresOf(first.body)).toMatchObject({ recoveredFen: 500 });
  });
});
