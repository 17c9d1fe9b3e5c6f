import { afterEach, describe, expect, it } from '@jest/globals';
import { AssignmentRecalled, IncidentCancelled, type IncidentReported } from '#contracts';
import { DeadlineRunner } from '#persistence';
import { eventually, eventOf, testProfile } from '#testing';
import { AdvanceAssignment } from '../../apps/routing/src/use-cases/advance-assignment.js';
import { CompleteAssignment } from '../../apps/routing/src/use-cases/complete-assignment.js';
import type { UnitInput } from '../../apps/routing/src/use-cases/enter-units.js';
import { GiveFeedback } from '../../apps/routing/src/use-cases/give-feedback.js';
import { DESK, RoutingHarness, type AssignmentSeen } from './routing.harness.js';

const SLOW_MS = 90_000;
const unit = (id: string, discipline: UnitInput['discipline'], capacity = 1): UnitInput => ({
  id,
  name: id,
  discipline,
  capacity,
  longitude: 119.97,
  latitude: 31.69,
});
const wants = (...atOnce: UnitInput['discipline'][]): Partial<IncidentReported> => ({
  plan: { id: 'E101', version: 1, atOnce, inform: [] },
});

describe(`routing on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  afterEach(() => routing.close(), SLOW_MS);

  const activeOf = (rows: readonly AssignmentSeen[], unitId: string) =>
    rows.filter((row) => row.unit_id === unitId && row.unit_slot !== null).length;

  async function complete(assignmentId: string, outcome?: 'HELPED'): Promise<void> {
    const { database } = routing;
    await database.write(() => routing.get(AdvanceAssignment).run(assignmentId, 'WORKING', undefined, DESK));
    await database.write(() => routing.get(GiveFeedback).run(assignmentId, { text: '在办' }, DESK));
    await database.write(() =>
      routing.get(CompleteAssignment).run(assignmentId, { text: '完', ...(outcome && { outcome }) }, DESK),
    );
  }

  it(
    'never books a unit beyond its capacity when two processes plan at once, and fills every gap as units free',
    async () => {
      routing = await RoutingHarness.start(testProfile() === 'cluster' ? 2 : 1);
      await routing.enter([unit('PS1', 'PS', 3), unit('PS2', 'PS', 2), unit('CID1', 'CID', 4)]);
      await routing.report(...Array.from({ length: 12 }, () => wants('PS', 'CID')));
      await routing.planned(12);
      // The second process learns of the units within a second; what it planned before has gaps that it then fills.
      await eventually(
        async () => {
          const rows = await routing.assignments();
          expect([activeOf(rows, 'PS1'), activeOf(rows, 'PS2'), activeOf(rows, 'CID1')]).toEqual([3, 2, 4]);
        },
        { withinMs: 20_000 },
      );
      const gaps = () => routing.database.query('SELECT * FROM `dispatch_gap`');
      expect(await gaps()).toHaveLength(24 - 9);
      const done = new Set<string>();
      await eventually(
        async () => {
          const open = (await routing.assignments()).filter(
            ({ unit_slot: slot, id }) => slot !== null && !done.has(id),
          );
          for (const { id, role } of open.sort((a) => (a.role === 'lead' ? 1 : -1))) {
            await complete(id, role === 'lead' ? 'HELPED' : undefined).then(
              () => done.add(id),
              (error: Error) => expect(error.message).toContain('assignment.'),
            );
          }
          if ((await gaps()).length > 0) throw new Error('gaps are left');
        },
        { withinMs: 60_000, everyMs: 200 },
      );
      const all = await routing.assignments();
      const leads = all.filter(({ role }) => role === 'lead').map((row) => row.incident_id);
      expect(new Set(leads).size).toBe(12);
      expect(leads).toHaveLength(12);
    },
    SLOW_MS,
  );

  it(
    'rings the acknowledgement clock after a restart, escalates, and is silent once acknowledged',
    async () => {
      routing = await RoutingHarness.start();
      await routing.enter([unit('PS1', 'PS', 3)]);
      await routing.report(wants('PS'));
      await routing.planned(1);
      // Other clocks may run beside this one.
      const rung = async (id?: string) => {
        const row = (await routing.assignments()).find((each) => id === undefined || each.id === id);
        return row?.rung == null ? undefined : (JSON.parse(row.rung) as { acknowledge?: number }).acknowledge;
      };
      expect(await rung()).toBeUndefined();
      await routing.stopProcesses();
      await routing.startProcess();
      const publishedOf = async () => {
        const [row] = await routing.database.query<{ published: number }>('SELECT `published` FROM `dispatch`');
        return Number(row?.published);
      };
      for (const percent of [50, 100, 200]) {
        const before = await publishedOf();
        await routing.age(percent);
        await eventually(async () => expect(await rung()).toBe(percent));
        expect(await publishedOf()).toBe(before + 1);
      }
      const [assignment] = await routing.assignments();
      expect(assignment?.state).toBe('ISSUED');
      const [other] = await routing.report(wants('PS'));
      await routing.planned(2);
      const late = (await routing.assignments()).find((row) => row.incident_id === other);
      await routing.database.write(() =>
        routing.get(AdvanceAssignment).run(late?.id ?? '', 'ACKNOWLEDGED', undefined, DESK),
      );
      await routing.age(200);
      await routing.get(DeadlineRunner).fire();
      expect(await rung(late?.id)).toBeUndefined();
    },
    SLOW_MS,
  );

  it(
    'recalls the units of a cancelled incident and keeps a report and its cancelling in one batch in order',
    async () => {
      routing = await RoutingHarness.start();
      await routing.enter([unit('PS1', 'PS', 1)]);
      const [incidentId = ''] = await routing.report(wants('PS'));
      await routing.publish(incidentId, eventOf(IncidentCancelled, { incidentId }));
      await eventually(async () => {
        const [row] = await routing.assignments();
        expect(row).toMatchObject({ state: 'RECALLED', unit_slot: null });
      });
      const [again = ''] = await routing.report(wants('PS'));
      await routing.planned(2);
      await eventually(async () => {
        const rows = await routing.assignments();
        expect(rows.find((row) => row.incident_id === again)).toMatchObject({ state: 'ISSUED', unit_id: 'PS1' });
      });
    },
    SLOW_MS,
  );

  it(
    'recalls a unit that was on the scene when the cancelling arrived, and says how far it had come',
    async () => {
      routing = await RoutingHarness.start();
      const heard = await routing.hears();
      await routing.enter([unit('PS1', 'PS', 1)]);
      const [incidentId = ''] = await routing.report(wants('PS'));
      await routing.planned(1);
      const [{ id = '' } = {}] = await routing.assignments();
      for (const state of ['ACKNOWLEDGED', 'ARRIVED'] as const)
        await routing.database.write(() => routing.get(AdvanceAssignment).run(id, state, undefined, DESK));
      await routing.publish(incidentId, eventOf(IncidentCancelled, { incidentId }));
      await eventually(async () => {
        const [row] = await routing.assignments();
        expect(row).toMatchObject({ state: 'RECALLED', unit_slot: null });
        const said = heard(incidentId).find((event) => event instanceof AssignmentRecalled);
        expect(said).toMatchObject({ state: 'RECALLED', from: 'ARRIVED', dispatchState: 'CANCELLED' });
      });
      const late = routing.database.write(() => routing.get(AdvanceAssignment).run(id, 'WORKING', undefined, DESK));
      await expect(late).rejects.toMatchObject({ code: 'assignment.wrong-state' });
    },
    SLOW_MS,
  );

  it(
    'plans a chunk of reports in a constant number of statements',
    async () => {
      routing = await RoutingHarness.start();
      await routing.enter([unit('PS1', 'PS', 900), unit('CID1', 'CID', 900), unit('AST1', 'AST', 900)]);
      await routing.report(wants('PS', 'CID', 'AST'));
      await routing.planned(1);
      const before = { ...routing.database.counts };
      await routing.report(...Array.from({ length: 150 }, () => wants('PS', 'CID', 'AST')));
      await routing.planned(151);
      const { counts } = routing.database;
      expect(counts.commits - before.commits).toBeLessThanOrEqual(16);
      expect((counts.statements - before.statements) / 150).toBeLessThan(2);
    },
    SLOW_MS,
  );
});
