import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AssignmentDeclined,
  DispatchGapFilled,
  DispatchReplanned,
  IncidentFactsAdded,
  IncidentReportAttached,
  type Discipline,
  type SlotFact,
  type UnitFact,
} from '#contracts';
import { newId } from '#platform';
import { eventOf } from '#testing';
import { CasesService } from './cases.fixture.js';
import { minutesAfter, planned, RECEIVED_AT, reported, step } from './cases.samples.js';

type Json = Record<string, unknown>;

const PLAN = { id: 'E201+injury+nearest', version: 1, atOnce: ['PS', 'CID', 'X120', 'PAT'], inform: [] };
const NOBODY = { zh: '没有该警种的单位', en: 'there is no unit of this discipline' };
const x120 = { id: 'X12001', name: '急救一组', discipline: 'X120' as const };

const openSlot = (slot: number, discipline: Discipline, minutes: number): SlotFact => ({
  slot,
  discipline,
  role: 'assist',
  candidates: [],
  gapReason: NOBODY,
  gapSince: minutesAfter(RECEIVED_AT, minutes),
});
const issuedTo = (incidentId: string, slot: number, unit: UnitFact, minutes: number) => ({
  assignmentId: `${incidentId}-${unit.id}`.slice(-60),
  slot,
  role: 'assist' as const,
  unit,
  issuedAt: minutesAfter(RECEIVED_AT, minutes),
  acknowledgeBy: minutesAfter(RECEIVED_AT, minutes + 1),
});

describe('a file whose incident grows', () => {
  let service: CasesService;
  let desk: Record<string, string>;
  beforeAll(async () => {
    service = await CasesService.start();
    desk = await service.operator();
  });
  afterAll(() => service.stop());

  const fileOf = async (id: string): Promise<Json> => (await service.get(desk, `incident-files/${id}`)).body;
  const rowOf = async (id: string): Promise<Json> => {
    const { body } = await service.get(desk, `incident-files?ids=${id}`);
    return (body['items'] as Json[])[0] ?? {};
  };
  const gapsOf = async (id: string): Promise<unknown> => ((await fileOf(id))['dispatch'] as Json)['gaps'];
  const linesOf = async (id: string, type: string): Promise<string[]> =>
    ((await fileOf(id))['timeline'] as { type: string; text: { zh: string } }[])
      .filter((line) => line.type === type)
      .map(({ text }) => text.zh);

  it('shows all that is known, its priority and rules, and what the second report told by itself', async () => {
    const { incidentId } = await service.dispatched();
    const facts = { flags: ['weapon' as const], crowd: 40, injured: 2 };
    const reportId = newId();
    const firedRules = [{ rule: 'danger', effect: 'P1', reason: { zh: '持械', en: 'A weapon' } }];
    await service.feed(
      eventOf(IncidentReportAttached, { incidentId, reportId, receivedAt: minutesAfter(RECEIVED_AT, 3), ...facts }),
      eventOf(IncidentFactsAdded, {
        ...{ incidentId, reportId, occurredAt: minutesAfter(RECEIVED_AT, 3), by: undefined, ...facts },
        ...{ grown: ['flags', 'crowd', 'injured'], newFlags: ['weapon'], details: {}, estimatedLossFen: 4_236_000 },
        ...{ from: 'P3', priority: 'P1', firedRules, restricted: false },
      }),
    );
    expect(await fileOf(incidentId)).toMatchObject({
      ...facts,
      priority: 'P1',
      firedRules,
      estimatedLossFen: 4_236_000,
    });
    expect((await fileOf(incidentId))['reports']).toMatchObject([{}, { reportId, ...facts }]);
    expect(await rowOf(incidentId)).toMatchObject({ ...facts, priority: 'P1', reportCount: 2 });
    expect(await linesOf(incidentId, IncidentFactsAdded.type)).toEqual([
      '情况补充：持械、受伤 2 人、聚集 40 人；等级由 P3 升为 P1',
    ]);
  });

  it('is restricted by what a unit found, and stays so', async () => {
    const { incidentId } = await service.dispatched();
    const found = { incidentId, flags: ['insider_suspected' as const], newFlags: ['insider_suspected' as const] };
    await service.feed(eventOf(IncidentFactsAdded, { ...found, restricted: true }));
    expect(await fileOf(incidentId)).toMatchObject({ restricted: true, insiderSuspected: true });
    await service.feed(eventOf(IncidentFactsAdded, { incidentId, flags: [], newFlags: [], restricted: false }));
    expect(await rowOf(incidentId)).toMatchObject({ restricted: true, insiderSuspected: true });
  });

  it('takes the further units, open slots and limits of a new plan', async () => {
    const { incidentId, body } = await service.dispatched();
    const [lead] = body['assignments'] as { assignmentId: string }[];
    const sent = issuedTo(incidentId, 3, x120, 4);
    const slots = [{ ...openSlot(3, 'X120', 4), assignmentId: sent.assignmentId }, openSlot(4, 'PAT', 4)];
    const acknowledgeBy = minutesAfter(RECEIVED_AT, 1.5);
    const replanned = eventOf(DispatchReplanned, {
      ...{ incidentId, occurredAt: minutesAfter(RECEIVED_AT, 4), plan: PLAN as never, slots, assignments: [sent] },
      retimed: [{ assignmentId: lead?.assignmentId ?? '', acknowledgeBy }],
    });
    await service.feed(replanned);
    const file = await fileOf(incidentId);
    expect(file).toMatchObject({ state: 'DISPATCHED', dispatch: { plan: { id: PLAN.id } } });
    expect(
      (file['assignments'] as { unit: { id: string }; acknowledgeBy: string }[]).map((one) => one.unit.id),
    ).toEqual(['PS01', 'CID01', 'X12001']);
    expect(await gapsOf(incidentId)).toEqual([
      { slot: 4, discipline: 'PAT', reason: NOBODY, since: minutesAfter(RECEIVED_AT, 4) },
    ]);
    expect(await rowOf(incidentId)).toMatchObject({
      gapCount: 1,
      nextClock: { clock: 'acknowledge', dueAt: acknowledgeBy, unit: { id: 'PS01' } },
    });
    expect(await linesOf(incidentId, DispatchReplanned.type)).toEqual([
      '调整派警：加派 急救一组；PAT 暂无可派单位；知会 经侦大队；1 个签收时限重新计算',
    ]);
  });

  it('shows the slot that a released unit leaves open, why and since when, until somebody fills it', async () => {
    const { incidentId } = await service.dispatched();
    const gap = openSlot(3, 'CID', 6);
    const left = step(incidentId, 'CID01', 'assist', 'DECLINED', 'DISPATCHED', 6);
    await service.feed(AssignmentDeclined.of({ ...left, reason: 'engaged', gap }));
    expect(await gapsOf(incidentId)).toEqual([{ slot: 3, discipline: 'CID', reason: NOBODY, since: gap.gapSince }]);
    expect(await rowOf(incidentId)).toMatchObject({ gapCount: 1, leadUnit: { id: 'PS01' } });
    expect(await linesOf(incidentId, AssignmentDeclined.type)).toEqual(['刑侦大队 已退单，暂无单位接替']);
    const assignment = issuedTo(incidentId, 3, { id: 'CID02', name: '刑侦二队', discipline: 'CID' }, 9);
    const { gapReason: _reason, gapSince: _since, ...slot } = gap;
    await service.feed(
      DispatchGapFilled.of({
        ...{ incidentId, occurredAt: minutesAfter(RECEIVED_AT, 9), assignment, dispatchState: 'DISPATCHED' },
        slot: { ...slot, assignmentId: assignment.assignmentId },
      }),
    );
    expect(await gapsOf(incidentId)).toEqual([]);
    expect(await rowOf(incidentId)).toMatchObject({ gapCount: 0 });
  });

  it('names the unit that took the lead over, which may then open the case', async () => {
    const incidentId = newId();
    await service.feed(reported(incidentId), planned(incidentId, ['PS01', 'CID01']));
    const newLead = {
      assignmentId: `${incidentId}-CID01`.slice(-60),
      unit: { id: 'CID01', name: '刑侦大队', discipline: 'CID' as const },
    };
    const left = step(incidentId, 'PS01', 'lead', 'DECLINED', 'DISPATCHED', 6);
    await service.feed(AssignmentDeclined.of({ ...left, reason: 'engaged', gap: openSlot(3, 'PS', 6), newLead }));
    expect(await fileOf(incidentId)).toMatchObject({ leadUnit: { id: 'CID01' } });
    expect(await rowOf(incidentId)).toMatchObject({ gapCount: 1, leadUnit: { id: 'CID01' } });
    expect(await linesOf(incidentId, AssignmentDeclined.type)).toEqual([
      '湖塘派出所 已退单，暂无单位接替，由 刑侦大队 主办',
    ]);
    expect(await service.post(await service.unit('CID01'), `incidents/${incidentId}/case`)).toMatchObject({
      status: 201,
    });
  });

  it.each([
    ['R3', 'P3', 10],
    ['R1', 'P3', 1],
    ['R4', 'P1', 1],
    ['R4', 'P2', 2],
    ['RC', 'P4', 5],
  ] as const)(
    'runs the clock for sending somebody: %s at %s within %d minutes',
    async (slaProfile, priority, limit) => {
      const incidentId = newId();
      await service.feed(reported(incidentId, { slaProfile, priority }));
      const clock = { clock: 'assign', from: RECEIVED_AT, dueAt: minutesAfter(RECEIVED_AT, limit) };
      expect((await rowOf(incidentId))['nextClock']).toEqual(clock);
      const nobody = Object.assign(planned(incidentId, []), {
        slots: [openSlot(1, 'PS', 1)],
        dispatchState: 'TRIAGED',
      });
      await service.feed(nobody);
      expect(await rowOf(incidentId)).toMatchObject({ gapCount: 1, nextClock: clock });
      const assignment = issuedTo(incidentId, 1, { id: 'PS01', name: '湖塘派出所', discipline: 'PS' }, 20);
      const slot = { ...openSlot(1, 'PS', 1), assignmentId: assignment.assignmentId };
      const occurredAt = minutesAfter(RECEIVED_AT, 20);
      await service.feed(
        DispatchGapFilled.of({ incidentId, occurredAt, slot, assignment, dispatchState: 'DISPATCHED' }),
      );
      expect((await rowOf(incidentId))['nextClock']).toMatchObject({ clock: 'acknowledge', unit: { id: 'PS01' } });
    },
  );

  it('starts that clock again with the priority that later facts ask for', async () => {
    const incidentId = newId();
    await service.feed(reported(incidentId));
    await service.feed(eventOf(IncidentFactsAdded, { incidentId, from: 'P3', priority: 'P1' }));
    expect((await rowOf(incidentId))['nextClock']).toMatchObject({ dueAt: minutesAfter(RECEIVED_AT, 1) });
  });

  it('sets nothing aside', async () => {
    expect(await service.parked()).toEqual([]);
  });
});
