import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentCancelled } from '#contracts';
import { CasesService, type Answer } from './cases.fixture.js';
import { minutesAfter, officer, RECEIVED_AT } from './cases.samples.js';

type Headers = Record<string, string>;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('the law of the case', () => {
  let service: CasesService;
  let lead: Headers;
  let director: Headers;
  let legal: Headers;
  let deputy: Headers;
  let bureau: Headers;
  const economic = {
    incidentType: {
      code: 'E105',
      key: 'fraud',
      name: { zh: '合同诈骗', en: 'contract fraud' },
      kind: 'incident' as const,
      caseKind: 'economic' as const,
    },
  };

  beforeAll(async () => {
    service = await CasesService.start();
    lead = await service.unit('PS01');
    director = await service.director();
    legal = await service.as('legal', ['legal_reviewer']);
    deputy = await service.as('deputy', ['approver']);
    bureau = await service.as('bureau', ['approver']);
  });
  afterAll(() => service.stop());

  const propose = async (headers: Headers, caseId: string, body: object) =>
    service.post(headers, `cases/${caseId}/proposals`, body);
  const idOf = ({ body }: Answer): string => String(body['proposalId']);
  const stateOf = async (caseId: string) => (await service.get(lead, `cases/${caseId}`)).body['state'];
  const file = { act: 'file', basis: '有犯罪事实' };

  it('files nothing by one account: the case officer proposes, an approver approves, and who, when and by which rules is kept', async () => {
    const { incidentId, caseId } = await service.dispatched();
    await service.post(lead, `cases/${caseId}/review`);
    expect(await service.post(lead, `cases/${caseId}/file`, { basis: 'x' })).toMatchObject({ status: 404 });
    const both = await service.as('PS01', ['case_officer', 'approver'], { unitId: 'PS01' });
    const made = await propose(both, caseId, file);
    expect(made).toMatchObject({ status: 201, body: { state: 'PROPOSED', waitsFor: 'approver', needsLegal: false } });
    const approve = `proposals/${idOf(made)}/approve`;
    expect(await service.post(lead, approve)).toMatchObject({ status: 403 });
    expect(await service.post(both, approve)).toMatchObject({ status: 403, body: { code: 'proposal.same-person' } });
    expect(await stateOf(caseId)).toBe('REVIEWING');
    expect(await service.post(director, approve, { note: '同意' })).toMatchObject({ status: 200 });
    expect(await stateOf(caseId)).toBe('FILED');
    const { body } = await service.get(lead, `incident-files/${incidentId}`);
    const [kept] = (body['case'] as { proposals: Record<string, unknown>[] }).proposals;
    expect(kept).toMatchObject({
      state: 'APPROVED',
      ruleVersion: 'filing-2015-2017',
      steps: [
        { state: 'PROPOSED', by: { account: 'PS01' } },
        { state: 'APPROVED', by: { account: 'director' }, note: '同意' },
      ],
    });
    expect(await service.post(director, approve)).toMatchObject({
      status: 409,
      body: { code: 'proposal.wrong-state' },
    });
  });

  it('has legal review look at what is economic or disputed before it is approved: three accounts', async () => {
    for (const [more, body] of [
      [economic, file],
      [{}, { ...file, disputed: true }],
    ] as const) {
      const { caseId } = await service.dispatched(['PS01'], more);
      await service.post(lead, `cases/${caseId}/review`);
      const made = await propose(lead, caseId, body);
      expect(made).toMatchObject({ body: { waitsFor: 'legal_reviewer', needsLegal: true } });
      const at = `proposals/${idOf(made)}`;
      expect(await service.post(director, `${at}/approve`)).toMatchObject({ status: 409 });
      const waiting = (await service.get(legal, 'proposals')).body['items'] as { proposalId: string }[];
      expect(waiting.map(({ proposalId }) => proposalId)).toContain(idOf(made));
      expect(await service.post(legal, `${at}/opinion`, { agree: true })).toMatchObject({
        body: { waitsFor: 'approver' },
      });
      const twice = await service.as('legal', ['approver']);
      expect(await service.post(twice, `${at}/approve`)).toMatchObject({ body: { code: 'proposal.same-person' } });
      expect(await service.post(director, `${at}/approve`)).toMatchObject({ status: 200 });
      expect(await stateOf(caseId)).toBe('FILED');
    }
  });

  it('accepts an administrative case and never files it', async () => {
    const { caseId } = await service.administrative();
    await service.post(lead, `cases/${caseId}/review`);
    expect(await propose(lead, caseId, file)).toMatchObject({ status: 409, body: { code: 'case.wrong-kind' } });
    expect(await service.post(lead, `cases/${caseId}/accept`)).toMatchObject({ body: { state: 'ADMIN_ACCEPTED' } });
  });

  it('reconsiders a refusal asked for within seven days, reviews that once more, each by another approver, and then no more', async () => {
    const { caseId } = await service.dispatched();
    await service.post(lead, `cases/${caseId}/review`);
    await service.approved('PS01', caseId, { act: 'not_file', basis: '情节显著轻微' });
    expect(await stateOf(caseId)).toBe('NOT_FILED');
    const ask = `cases/${caseId}/ask-reconsideration`;
    const late = { basis: '不服', servedAt: '2022-05-21T00:00:00Z' };
    expect(await service.post(lead, ask, late)).toMatchObject({ status: 409, body: { code: 'case.asked-too-late' } });
    const decide = async (act: 'uphold' | 'overturn', by: Headers) => {
      const made = await propose(legal, caseId, { act, basis: '复核材料' });
      const approve = `proposals/${idOf(made)}/approve`;
      const decided = { status: 403, body: { code: 'proposal.decided-before' } };
      expect(made.body['deciders']).toContain('id-director');
      expect(await service.post(director, approve)).toMatchObject(decided);
      expect(await service.post(director, `proposals/${idOf(made)}/reject`, { reason: 'x' })).toMatchObject(decided);
      if (by === bureau) expect(await service.post(deputy, approve)).toMatchObject(decided);
      expect(await service.post(by, approve)).toMatchObject({ status: 200 });
    };
    const again = { basis: '不服', servedAt: ago(5) };
    expect(await service.post(lead, ask, again)).toMatchObject({ body: { state: 'RECONSIDERING' } });
    expect(await propose(lead, caseId, { act: 'uphold', basis: 'x' })).toMatchObject({ status: 403 });
    await decide('uphold', deputy);
    expect(await service.post(lead, ask, again)).toMatchObject({ body: { state: 'RECONSIDERING' } });
    await decide('uphold', bureau);
    expect(await stateOf(caseId)).toBe('NOT_FILED');
    expect(await service.post(lead, ask, again)).toMatchObject({
      status: 409,
      body: { code: 'case.reconsidered-twice' },
    });
  });

  it('reviews anew what was refused and is overturned', async () => {
    const { incidentId, caseId } = await service.dispatched();
    await service.post(lead, `cases/${caseId}/review`);
    await service.approved('PS01', caseId, { act: 'not_file', basis: '情节显著轻微' });
    await service.post(lead, `cases/${caseId}/ask-reconsideration`, { basis: '不服', servedAt: ago(5) });
    const made = await propose(legal, caseId, { act: 'overturn', basis: '事实不清' });
    await service.post(deputy, `proposals/${idOf(made)}/approve`);
    const { body } = await service.get(lead, `incident-files/${incidentId}`);
    expect(body['case']).toMatchObject({ state: 'REVIEWING', clock: { what: 'filing' } });
    await service.approved('PS01', caseId, { act: 'not_file', basis: '查明不构成犯罪' });
    for (const by of [bureau, await service.as('ministry', ['approver'])]) {
      const asked = { basis: '不服', servedAt: ago(5) };
      expect(await service.post(lead, `cases/${caseId}/ask-reconsideration`, asked)).toMatchObject({ status: 200 });
      const decided = await propose(legal, caseId, { act: 'uphold', basis: '维持' });
      await service.post(by, `proposals/${idOf(decided)}/approve`);
    }
    expect(await stateOf(caseId)).toBe('NOT_FILED');
  });

  it('decides nothing about the case of a cancelled incident', async () => {
    const { incidentId, caseId } = await service.dispatched();
    await service.post(lead, `cases/${caseId}/review`);
    const made = await propose(lead, caseId, file);
    const fact = {
      incidentId,
      reason: 'withdrawn',
      occurredAt: minutesAfter(RECEIVED_AT, 2),
      by: officer('PS01'),
    } as const;
    await service.feed(IncidentCancelled.of(fact));
    const refused = { status: 409, body: { code: 'case.incident-ended' } };
    expect(await propose(lead, caseId, file)).toMatchObject(refused);
    expect(await service.post(director, `proposals/${idOf(made)}/approve`)).toMatchObject(refused);
    expect(await service.post(lead, `cases/${caseId}/suspects`)).toMatchObject(refused);
    expect(
      await service.post(lead, `cases/${caseId}/ledger-entries`, { kind: 'RECOVERED', amountFen: 1 }),
    ).toMatchObject(refused);
  });

  it('approves nothing of a case by who made an entry of its ledger, and nothing by a number on paper', async () => {
    const { caseId } = await service.dispatched();
    const entries = `cases/${caseId}/ledger-entries`;
    const formerOfficer = await service.as('mover', ['officer', 'case_officer'], { unitId: 'CID01' });
    await service.post(formerOfficer, entries, { kind: 'RECOVERED', amountFen: 100, holding: '铜料' });
    for (const kind of ['RETURNED', 'LOSS_ADJUSTED', 'FROZEN']) {
      const body = { kind, amountFen: 100, holding: '铜料', approvalRef: '随便写' };
      expect(await service.post(lead, entries, body)).toMatchObject({
        status: 409,
        body: { code: 'ledger.approval-needed' },
      });
    }
    const made = await propose(lead, caseId, {
      act: 'return',
      basis: '权属清楚',
      entry: { amountFen: 100, holding: '铜料' },
    });
    const nowApprover = await service.as('mover', ['approver']);
    expect(await service.post(nowApprover, `proposals/${idOf(made)}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'proposal.approved-by-maker' },
    });
  });

  it('counts of a stop what was lost, notes the rest for police only, and ends it after 48 hours', async () => {
    const { incidentId, caseId } = await service.dispatched(['PS01'], { receivedAt: ago(60 * 50) });
    const stop = { kind: 'STOPPED', amountFen: 99_900_000_000, holding: '尾号6688', occurredAt: ago(60 * 49) };
    expect(await service.post(lead, `cases/${caseId}/ledger-entries`, stop)).toMatchObject({
      status: 201,
      body: { entry: { amountFen: 4_236_000, notedFen: 99_900_000_000 - 4_236_000 }, figures: { heldFen: 4_236_000 } },
    });
    const seen = await service.get(await service.contact('enterprise'), `incident-files/${incidentId}`);
    expect(JSON.stringify(seen.body)).not.toContain('99895764000');
    const events = await service.hasPublished(incidentId, 4);
    expect(events.map(({ payload }) => (payload['entry'] as { kind?: string } | undefined)?.kind)).toEqual(
      expect.arrayContaining(['STOPPED', 'STOP_ENDED']),
    );
    const { body } = await service.get(lead, `cases/${caseId}`);
    expect(body).toMatchObject({ ledger: { figures: { heldFen: 0 } } });
  });

  it('keeps what a reversal takes back on its event, for who was told of it', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const entries = `cases/${caseId}/ledger-entries`;
    const stopped = await service.post(lead, entries, { kind: 'STOPPED', amountFen: 100, holding: '尾号6688' });
    const reverses = (stopped.body['entry'] as { entryId: string }).entryId;
    const other = await service.unit('CID01');
    await service.post(other, entries, { kind: 'REVERSAL', amountFen: 100, reverses, note: '账号有误' });
    const events = await service.hasPublished(incidentId, 4);
    expect(events.at(-1)?.payload['entry']).toMatchObject({ kind: 'REVERSAL', reversedKind: 'STOPPED' });
  });
});
