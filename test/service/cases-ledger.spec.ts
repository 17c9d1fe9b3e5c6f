import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';

type Headers = Record<string, string>;
const figuresOf = (body: Record<string, unknown>) => body['figures'] as Record<string, number>;

describe('the loss ledger of a case', () => {
  let service: CasesService;
  let chief: Headers;

  beforeAll(async () => {
    service = await CasesService.start();
    chief = await service.as('chief', ['duty_chief', 'approver']);
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
    const beyond = { kind: 'RETURNED', amountFen: 3_000_001, holding: '铜材', approvalRef: 'P1' };
    expect(await post(officer, beyond)).toMatchObject({ status: 409, body: { code: 'ledger.holding-exceeded' } });
    expect(await post(officer, { ...beyond, amountFen: 1 })).toMatchObject({
      status: 403,
      body: { code: 'ledger.returned-by-maker' },
    });
    const returned = await post(chief, { ...beyond, amountFen: 3_000_000 });
    expect(figuresOf(returned.body)).toMatchObject({ heldFen: 0, returnedFen: 3_000_000, outstandingFen: 1_200_000 });
    const { entryId } = returned.body['entry'] as { entryId: string };
    const reversal = { kind: 'REVERSAL', amountFen: 3_000_000, reverses: entryId, note: '重复登记' };
    expect(await post(chief, reversal)).toMatchObject({ status: 403, body: { code: 'ledger.same-person' } });
    const reversed = await post(officer, reversal);
    expect(figuresOf(reversed.body)).toMatchObject({ heldFen: 3_000_000, returnedFen: 0, recoveredFen: 3_000_000 });
    expect(await post(await service.unit('PS01'), reversal)).toMatchObject({
      status: 409,
      body: { code: 'ledger.already-reversed' },
    });
    const { body } = await service.get(officer, `cases/${caseId}`);
    expect((body['ledger'] as { entries: unknown[] }).entries).toHaveLength(5);
  });

  it('returns a holding once, however many ask at the same moment', async () => {
    const { caseId } = await service.dispatched();
    const officer = await service.unit('PS01');
    const post = (headers: Headers, body: object) => service.post(headers, `cases/${caseId}/ledger-entries`, body);
    await post(officer, { kind: 'RECOVERED', amountFen: 300, holding: 'A' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        post(chief, { kind: 'RETURNED', amountFen: 100, holding: 'A', approvalRef: 'P1' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(3).fill(201),
      ...Array<number>(17).fill(409),
    ]);
    const { body } = await service.get(officer, `cases/${caseId}`);
    expect(body).toMatchObject({ ledger: { figures: { heldFen: 0, returnedFen: 300 } } });
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
