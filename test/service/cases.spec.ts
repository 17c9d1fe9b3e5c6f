import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentAcknowledged, AssignmentArrived } from '#contracts';
import { schemaDrift } from '#persistence';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';
import { completed, feedback, minutesAfter, planned, RECEIVED_AT, reported, step } from './cases.samples.js';

type Headers = Record<string, string>;

describe('cases', () => {
  let service: CasesService;
  let operator: Headers;

  beforeAll(async () => {
    service = await CasesService.start();
    operator = await service.operator();
  });
  afterAll(() => service.stop());

  it('has no drift between tables and migrations', async () => {
    const drift = await schemaDrift(service.database.connections);
    // TypeORM compares the auto-increment key of the outbox in its own way on SQLite.
    expect(drift.filter((sql) => !sql.includes('outbox'))).toEqual([]);
  });

  it('opens a case by an officer of the lead unit, with its number and the reported loss', async () => {
    const { incidentId, body } = await service.dispatched();
    expect(body).toMatchObject({
      incidentId,
      state: 'DISPATCHED',
      leadUnit: { id: 'PS01' },
      case: {
        state: 'REGISTERED',
        kind: 'criminal',
        ledger: {
          figures: { reportedFen: 4_236_000, outstandingFen: 4_236_000, provisional: true },
          entries: [{ kind: 'LOSS_REPORTED', line: 1 }],
        },
      },
    });
    expect((body['case'] as { number: string }).number).toMatch(/^AJ320412\d{8}\d{5}$/);
    const timeline = body['timeline'] as { type: string; text: { zh: string; en: string } }[];
    expect(timeline.map(({ type }) => type)).toEqual([
      'incident.reported.v1',
      'loss.entry-posted.v1',
      'dispatch.planned.v1',
      'case.registered.v1',
    ]);
    const opening = timeline.find(({ type }) => type === 'case.registered.v1');
    expect(opening).toMatchObject({ by: { account: 'PS01' } });
    const events = await service.hasPublished(incidentId, 2);
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['case.registered.v1', 1],
      ['loss.entry-posted.v1', 2],
    ]);
  });

  it('takes a whole case from report to closing, replaying the morning', async () => {
    const { incidentId, caseId } = await service.dispatched();
    const lead = await service.unit('PS01');
    const at = (minutes: number) => ({ occurredAt: minutesAfter(RECEIVED_AT, minutes) });
    await service.feed(
      AssignmentAcknowledged.of(step(incidentId, 'PS01', 'lead', 'ACKNOWLEDGED', 'RESPONDING', 2)),
      AssignmentArrived.of(step(incidentId, 'PS01', 'lead', 'ARRIVED', 'ON_SCENE', 10)),
      feedback(incidentId, 'PS01', 12, { suspectsCaught: 2, insiderSuspected: true }),
    );
    const path = `cases/${caseId}`;
    expect(await service.post(lead, `${path}/investigate`)).toMatchObject({
      status: 409,
      body: { code: 'case.wrong-state' },
    });
    expect(await service.post(lead, `${path}/review`, at(15))).toMatchObject({ status: 200 });
    const filing = { ...at(20), act: 'file', basis: '犯罪事实存在' };
    expect(await service.approved('PS01', caseId, filing)).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    expect(await service.get(operator, path)).toMatchObject({
      body: { state: 'FILED', filedAt: minutesAfter(RECEIVED_AT, 20) },
    });
    expect(await service.post(lead, `${path}/investigate`, at(21))).toMatchObject({ status: 200 });
    expect(await service.post(lead, `${path}/solve`, at(40))).toMatchObject({
      status: 422,
      body: { code: 'case.basis-missing' },
    });
    expect(await service.post(lead, `${path}/solve`, { ...at(40), basis: '两名嫌疑人到案' })).toMatchObject({
      status: 200,
      body: {
        state: 'SOLVED',
        suspects: [
          { number: 1, state: 'caught' },
          { number: 2, state: 'caught' },
        ],
      },
    });
    const advice = { categories: ['gate', 'warehouse'], text: '出入口核查' };
    expect(await service.post(lead, `incident-files/${incidentId}/advice`, advice)).toMatchObject({ status: 201 });

    expect(await service.post(operator, `incidents/${incidentId}/close`)).toMatchObject({
      status: 409,
      body: { code: 'incident.not-handled' },
    });
    await service.feed(completed(incidentId, 'PS01'));
    const leadAsChief = await service.as('PS01', ['duty_chief'], {});
    const colleague = await service.as('other', ['dispatcher'], { unitId: 'PS01' });
    for (const refused of [leadAsChief, colleague]) {
      expect(await service.post(refused, `incidents/${incidentId}/close`)).toMatchObject({
        status: 403,
        body: { code: 'incident.closed-by-lead' },
      });
    }
    expect(await service.post(lead, `incidents/${incidentId}/close`)).toMatchObject({ status: 403 });
    expect(await service.post(operator, `incidents/${incidentId}/close`, { note: '已核' })).toMatchObject({
      status: 200,
      body: { state: 'CLOSED', closed: { outcome: 'CASE_REGISTERED', by: { account: 'operator' } } },
    });
    expect(await service.post(operator, `incidents/${incidentId}/close`)).toMatchObject({ status: 409 });

    const { body } = await service.get(operator, `incident-files/${incidentId}`);
    expect(body).toMatchObject({
      state: 'CLOSED',
      restricted: true,
      insiderSuspected: true,
      leadBy: { account: 'PS01' },
    });
    const times = (body['timeline'] as { at: string }[]).map(({ at: time }) => time);
    expect(times).toEqual([...times].sort());
    const types = (await service.hasPublished(incidentId, 13)).map(({ type, sequence }) => `${sequence} ${type}`);
    expect(types).toEqual([
      '1 case.registered.v1',
      '2 loss.entry-posted.v1',
      '3 suspect.caught.v1',
      '4 suspect.caught.v1',
      '5 incident.restricted.v1',
      '6 case.review-started.v1',
      '7 case.proposal-moved.v1',
      '8 case.proposal-moved.v1',
      '9 case.filed.v1',
      '10 case.investigation-started.v1',
      '11 case.solved.v1',
      '12 advice.issued.v1',
      '13 incident.closed.v1',
    ]);
  });

  it('handles a full chunk of reports or plans with a constant number of statements', async () => {
    const ids = Array.from({ length: 200 }, () => newId());
    const statements = async (work: () => Promise<void>) => {
      const before = service.database.counts.statements;
      await work();
      return service.database.counts.statements - before;
    };
    const reports = await statements(() => service.feed(...ids.map((id) => reported(id))));
    const plans = await statements(() => service.feed(...ids.map((id) => planned(id, ['PS01', 'CID01', 'ECID01']))));
    // Cursors, files and timelines; 200 rows per INSERT, 100 per UPDATE; the rest is the relay's.
    expect(reports).toBeLessThanOrEqual(12);
    expect(plans).toBeLessThanOrEqual(20);
    const { body } = await service.get(operator, `incident-files/${ids[199] ?? ''}`);
    expect(body).toMatchObject({ state: 'DISPATCHED' });
    expect(body['case']).toBeUndefined();
  });

  it('sets nothing aside', async () => {
    expect(await service.parked()).toEqual([]);
  });
});
