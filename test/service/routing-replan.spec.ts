import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AssignmentDeclined,
  DispatchPlanned,
  DispatchReplanned,
  IncidentFactsAdded,
  IncidentRegraded,
  type Discipline,
  type DomainEvent,
  type EventClass,
  type IncidentReported,
} from '#contracts';
import { newId } from '#platform';
import { eventOf, eventually, incidentReported, testProfile } from '#testing';
import { AdvanceAssignment } from '../../apps/routing/src/use-cases/advance-assignment.js';
import { DeclineAssignment } from '../../apps/routing/src/use-cases/decline-assignment.js';
import { FollowIncident } from '../../apps/routing/src/use-cases/follow-incident.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { ReinforceDispatch } from '../../apps/routing/src/use-cases/reinforce-dispatch.js';
import { DESK, RoutingHarness, type AssignmentSeen } from './routing.harness.js';

const SLOW_MS = 90_000;
const unit = (id: string, discipline: Discipline) => ({
  id,
  name: id,
  discipline,
  capacity: 50,
  longitude: 119.9,
  latitude: 31.7,
});

describe(`a dispatch whose incident changes, on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  let heard: (incidentId: string) => DomainEvent[];
  beforeAll(async () => {
    routing = await RoutingHarness.start();
    heard = await routing.hears();
    await routing.enter([unit('SEC71', 'SEC'), unit('PAT71', 'PAT'), unit('X12071', 'X120'), unit('FDE71', 'FDE')]);
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);

  const planned = async (atOnce: Discipline[]): Promise<IncidentReported> => {
    const now = new Date().toISOString();
    const report = incidentReported({
      incidentId: newId(),
      receivedAt: now,
      recordedAt: now,
      priority: 'P3',
      slaProfile: 'R3',
      plan: { id: 'E201', version: 1, atOnce, inform: [] },
    });
    await routing.database.write(() => routing.get(PlanDispatch).run(report));
    return report;
  };
  const assigned = async ({ incidentId }: IncidentReported): Promise<AssignmentSeen[]> =>
    (await routing.assignments()).filter((one) => one.incident_id === incidentId);
  const published = <E extends DomainEvent>(event: EventClass<E>, { incidentId }: IncidentReported): Promise<E[]> =>
    eventually(() => {
      const events = heard(incidentId).filter((one): one is E => one instanceof event);
      expect(events).not.toEqual([]);
      return events;
    });
  const factsAdded = ({ incidentId }: IncidentReported, atOnce: Discipline[]) =>
    eventOf(IncidentFactsAdded, {
      incidentId,
      from: 'P3',
      priority: 'P1',
      plan: { id: 'E201+injury+nearest', version: 1, atOnce, inform: [] },
    });

  it('sends what later facts ask for, sets running clocks to the stricter limit, and does it once', async () => {
    const report = await planned(['SEC']);
    const event = factsAdded(report, ['SEC', 'X120', 'PAT', 'NAR']);
    for (const again of [1, 2]) {
      await routing.database.write(() => routing.get(FollowIncident).factsAdded(event));
      expect([again, (await assigned(report)).map(({ unit_id }) => unit_id)]).toEqual([
        again,
        ['SEC71', 'X12071', 'PAT71'],
      ]);
    }
    const [first, ...more] = await published(DispatchReplanned, report);
    expect(more).toEqual([]);
    expect(first?.slots.map(({ discipline, assignmentId }) => [discipline, assignmentId !== undefined])).toEqual([
      ['X120', true],
      ['PAT', true],
      ['NAR', false],
    ]);
    expect(first?.slots.at(-1)).toMatchObject({ gapReason: { zh: '没有该警种的单位' }, gapSince: first?.occurredAt });
    expect(first?.retimed).toHaveLength(1);
    const [lead] = await routing.database.query<{ issued_at: string; acknowledge_by: string }>(
      'SELECT `issued_at`, `acknowledge_by` FROM `assignment` WHERE `incident_id` = ? AND `slot` = 1',
      [report.incidentId],
    );
    const limit = Date.parse(`${lead?.acknowledge_by}Z`) - Date.parse(`${lead?.issued_at}Z`);
    expect(limit).toBe(30_000);
  });

  it('tells the units that are only to be informed, once, and says who they are', async () => {
    const report = await planned(['SEC']);
    const { incidentId } = report;
    const plan = { id: 'E201+injury', version: 1, atOnce: ['SEC' as const], inform: ['LEG' as const, 'FDE' as const] };
    const event = eventOf(IncidentFactsAdded, { incidentId, from: 'P3', priority: 'P3', plan });
    for (const again of [1, 2]) {
      await routing.database.write(() => routing.get(FollowIncident).factsAdded(event));
      expect([again, (await assigned(report)).length]).toEqual([again, 1]);
    }
    const [told, ...more] = await published(DispatchReplanned, report);
    const fde = { discipline: 'FDE', unit: { id: 'FDE71', name: 'FDE71', discipline: 'FDE' } };
    // Nobody is of the other discipline: nobody is told, and a later plan looks again.
    expect(told).toMatchObject({ slots: [], assignments: [], retimed: [], informed: [fde], newlyInformed: [fde] });
    expect(more).toEqual([]);
    await routing.enter([unit('LEG71', 'LEG')]);
    await routing.database.write(() => routing.get(FollowIncident).factsAdded(event));
    await eventually(() => expect(heard(incidentId).filter((one) => one instanceof DispatchReplanned)).toHaveLength(2));
    const last = heard(incidentId).at(-1) as DispatchReplanned;
    expect(last.informed.map(({ unit: one }) => one?.id)).toEqual(['FDE71', 'LEG71']);
    expect(last.newlyInformed?.map(({ unit: one }) => one?.id)).toEqual(['LEG71']);
  });

  it('does the same when a person regrades it', async () => {
    const report = await planned(['SEC']);
    const { incidentId } = report;
    const plan = { id: 'E201+nearest', version: 1, atOnce: ['SEC' as const, 'PAT' as const], inform: [] };
    const event = eventOf(IncidentRegraded, { incidentId, from: 'P3', to: 'P1', plan });
    await routing.database.write(() => routing.get(FollowIncident).regraded(event));
    expect((await assigned(report)).map(({ unit_id }) => unit_id)).toEqual(['SEC71', 'PAT71']);
  });

  const approve = async ({ id }: AssignmentSeen) => {
    const decline = routing.get(DeclineAssignment);
    await routing.database.write(() => decline.request(id, { reason: 'engaged' }, DESK));
    await routing.database.write(() => decline.approve(id, '*', DESK));
  };
  const one = async (report: IncidentReported, id: string): Promise<AssignmentSeen> => {
    const found = (await assigned(report)).find(({ unit_id }) => unit_id === id);
    if (!found) throw new Error(`${id} is not sent`);
    return found;
  };

  it('makes a standing unit the lead when the lead is released and nobody can replace it, and tells the gap', async () => {
    const report = await planned(['FDE', 'SEC']);
    await approve(await one(report, 'FDE71'));
    expect(await one(report, 'SEC71')).toMatchObject({ role: 'lead', state: 'ISSUED' });
    const [told] = await published(AssignmentDeclined, report);
    expect(told).toMatchObject({
      newLead: { unit: { id: 'SEC71' } },
      gap: { slot: 3, discipline: 'FDE', role: 'assist' },
    });
    expect(told?.gap?.gapReason?.zh).toBeTruthy();
    expect(told?.gap?.gapSince).toBeTruthy();
  });

  it('says that nobody leads where only partners come, until police are found: they lead, and partners never do', async () => {
    const report = await planned(['ECID', 'X120']);
    const [plan] = await published(DispatchPlanned, report);
    expect(plan).toMatchObject({ leadMissing: true, assignments: [{ role: 'assist', unit: { id: 'X12071' } }] });
    expect(plan?.slots.map(({ role }) => role)).toEqual(['lead', 'assist']);
    const { incidentId } = report;
    const asks = (atOnce: Discipline[]) =>
      routing.database.write(() => routing.get(FollowIncident).factsAdded(factsAdded(report, atOnce)));
    await asks(['ECID', 'X120', 'CYB']);
    const [still] = await published(DispatchReplanned, report);
    expect(still).toMatchObject({ leadMissing: true });
    await asks(['ECID', 'X120', 'CYB', 'PAT']);
    expect(await one(report, 'PAT71')).toMatchObject({ role: 'lead' });
    await eventually(() => {
      const replanned = heard(incidentId).filter((event) => event instanceof DispatchReplanned);
      expect(replanned).toHaveLength(2);
      expect(replanned[1]).not.toHaveProperty('leadMissing');
    });
  });

  it('makes a reinforcement of the police the lead where nobody leads', async () => {
    const report = await planned(['ECID']);
    await routing.database.write(() => routing.get(ReinforceDispatch).run(report.incidentId, 'X120', DESK));
    await routing.database.write(() => routing.get(ReinforceDispatch).run(report.incidentId, 'SEC', DESK));
    await routing.database.write(() => routing.get(ReinforceDispatch).run(report.incidentId, 'PAT', DESK));
    expect((await assigned(report)).map(({ unit_id, role }) => `${unit_id} ${role}`)).toEqual([
      'X12071 reinforcement',
      'SEC71 lead',
      'PAT71 reinforcement',
    ]);
  });

  it('does not release a lead that leaves nobody behind', async () => {
    const report = await planned(['FDE']);
    await expect(approve(await one(report, 'FDE71'))).rejects.toThrow('assignment.lead-without-successor');
    expect(await one(report, 'FDE71')).toMatchObject({ role: 'lead', state: 'DECLINE_REQUESTED' });
    expect(heard(report.incidentId).filter((event) => event instanceof AssignmentDeclined)).toEqual([]);
  });

  it('refuses a time that contradicts the way, and tells a departure told late as inferred', async () => {
    const report = await planned(['SEC']);
    const { id } = await one(report, 'SEC71');
    const go = (milestone: 'ACKNOWLEDGED' | 'ARRIVED' | 'EN_ROUTE', at?: string) =>
      routing.database.write(() => routing.get(AdvanceAssignment).run(id, milestone, at, DESK));
    await go('ACKNOWLEDGED');
    const { milestones } = await go('ARRIVED');
    const after = new Date(Date.parse(milestones.ARRIVED?.at ?? '') + 1000).toISOString();
    await expect(go('EN_ROUTE', after)).rejects.toThrow('assignment.time-out-of-range');
    const late = await go('EN_ROUTE');
    expect(late.milestones.EN_ROUTE).toMatchObject({ inferred: true });
    expect((late.milestones.EN_ROUTE?.at ?? '') <= (late.milestones.ARRIVED?.at ?? '')).toBe(true);
  });
});
