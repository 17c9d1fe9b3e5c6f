import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileSeen } from '../../apps/standalone/src/demo/seen.js';
import type { Operator } from '../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from './stage.js';
import { active, assigned, disciplines, leadOf, told } from './stories.js';

/** Starting five processes and a gateway on two cores, ms. */
const STARTING_MS = 120_000;

/** Seconds that a unit has to acknowledge. */
const limits = ({ assignments }: FileSeen): number[] =>
  assignments.map(({ issuedAt, acknowledgeBy }) => (Date.parse(acknowledgeBy) - Date.parse(issuedAt)) / 1000);
const gaps = ({ dispatch }: FileSeen): string[] => (dispatch?.gaps ?? []).map(({ discipline }) => discipline);
const assignmentOf = ({ assignments }: FileSeen, code: string): string =>
  assignments.find(({ unit }) => unit.id === code)?.assignmentId ?? '';

describe('journeys of incidents that change', () => {
  let stage: Stage;
  let operator: Operator;
  beforeAll(async () => {
    stage = await openStage();
    operator = await stage.town.operator();
  }, STARTING_MS);
  afterAll(() => stage.close(), STARTING_MS);

  it('a blocked gate: a second caller saw a weapon and two hurt, so it is P1, an ambulance comes and limits are short', async () => {
    const first = told('E201', '五六个人堵住大门。', { crowd: 6 });
    const { incidentId, number } = await operator.takesReport(first);
    const calm = await operator.waitsFor(incidentId, assigned);
    expect(calm.priority).toBe('P2');
    expect(disciplines(calm)).toEqual(['PAT', 'PS', 'SEC']);
    expect(limits(calm)).toEqual([60, 60, 60]);

    const more = { relatesTo: incidentId, flags: ['weapon'] as const, injured: 2 };
    const again = await operator.takesReport(told('E201', '有人拿刀，已经有两个人受伤。', more));
    expect(again).toMatchObject({ incidentId, number });
    const grave = await operator.waitsFor(incidentId, (file) => disciplines(file).includes('X120'));
    expect(grave.priority).toBe('P1');
    expect(grave.firedRules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['danger', 'injury']));
    expect(disciplines(grave)).toEqual(['PAT', 'PS', 'SEC', 'X120']);
    expect(limits(grave)).toEqual([30, 30, 30, 30]);
    expect(gaps(grave)).toEqual([]);

    const patrol = grave.assignments.find(({ unit }) => unit.discipline === 'PAT')?.unit.id ?? '';
    const unit = await stage.town.unit(patrol);
    await unit.acknowledges(incidentId);
    await unit.reports(incidentId, { text: '火已经烧起来了。', flags: ['fire_explosion'], crowd: 40 });
    await operator.waitsFor(incidentId, ({ flags, crowd }) => flags.includes('fire_explosion') && crowd === 40);
  });

  it('a lead that nobody can replace is not released before somebody comes', async () => {
    await operator.setsDuty('TRF01', 'off_duty');
    const { incidentId } = await operator.takesReport(told('F01', '大件运输需护送出园区。'));
    const file = await operator.waitsFor(incidentId, assigned);
    expect(leadOf(file)).toBe('TRF02');
    await (await stage.town.unit('TRF02')).asksForRelease(incidentId, 'engaged');
    const release = () => operator.approvesDecline(assignmentOf(file, 'TRF02'));
    await expect(release()).rejects.toThrow(/409 assignment\.lead-without-successor: .*TRF/);
    const still = await operator.opensFile(incidentId);
    expect([leadOf(still), active(still), gaps(still)]).toEqual(['TRF02', ['TRF02'], []]);
    await operator.setsDuty('TRF01', 'on_duty');
    await release();
    const replaced = await operator.waitsFor(incidentId, (now) => active(now).includes('TRF01'));
    expect(leadOf(replaced)).toBe('TRF01');
  });

  it('an incident that nobody can lead says so, since when and why, until somebody leads it', async () => {
    for (const code of ['TRF01', 'TRF02']) await operator.setsDuty(code, 'off_duty');
    const { incidentId } = await operator.takesReport(told('F01', '大件运输需护送出园区。'));
    const waiting = await operator.waitsFor(incidentId, ({ dispatch }) => dispatch !== undefined);
    expect([active(waiting), waiting.state]).toEqual([[], 'TRIAGED']);
    expect(Date.parse(waiting.leadMissing?.since ?? '')).toBeGreaterThan(0);
    expect(waiting.leadMissing?.reason?.zh).toBeTruthy();
    await operator.setsDuty('TRF01', 'on_duty');
    const led = await operator.waitsFor(incidentId, (now) => active(now).includes('TRF01'));
    expect([leadOf(led), led.leadMissing]).toEqual(['TRF01', undefined]);
    await operator.setsDuty('TRF02', 'on_duty');
  });

  it('a lead that leaves hands over to who is there; its place is seen to be open until somebody is free', async () => {
    for (const code of ['PS01', 'PS03']) await operator.setsDuty(code, 'off_duty');
    const { incidentId } = await operator.takesReport(told('E101', '原料仓库侧门锁被撬。'));
    const file = await operator.waitsFor(incidentId, assigned);
    expect(leadOf(file)).toBe('PS02');
    await (await stage.town.unit('PS02')).asksForRelease(incidentId, 'engaged');
    await operator.approvesDecline(assignmentOf(file, 'PS02'));
    const open = await operator.waitsFor(incidentId, (now) => !active(now).includes('PS02'));
    expect(leadOf(open)).toMatch(/^CID/);
    expect(gaps(open)).toEqual(['PS']);
    expect(open.dispatch?.gaps[0]?.reason?.zh).toBeTruthy();
    await operator.setsDuty('PS03', 'on_duty');
    const filled = await operator.waitsFor(incidentId, (now) => active(now).includes('PS03'));
    expect([gaps(filled), leadOf(filled)]).toEqual([[], leadOf(open)]);
    await operator.setsDuty('PS01', 'on_duty');
  });
});
