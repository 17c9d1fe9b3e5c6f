import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentCancelled, IncidentRegraded, type IncidentReported } from '#contracts';
import { newId } from '#platform';
import { eventOf, eventually, incidentReported, testProfile } from '#testing';
import { AdvanceAssignment } from '../../apps/routing/src/use-cases/advance-assignment.js';
import { CancelDispatch } from '../../apps/routing/src/use-cases/cancel-dispatch.js';
import { CompleteAssignment } from '../../apps/routing/src/use-cases/complete-assignment.js';
import { FollowIncident } from '../../apps/routing/src/use-cases/follow-incident.js';
import { GiveFeedback } from '../../apps/routing/src/use-cases/give-feedback.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { DESK, RoutingHarness } from './routing.harness.js';

const SLOW_MS = 90_000;

/** Events of many incidents share one unit of work: what one of them does must not undo what another one leaves open. */
describe(`gaps of several incidents in one unit of work, on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  beforeAll(async () => {
    routing = await RoutingHarness.start();
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);

  const reported = (): IncidentReported => {
    const now = new Date().toISOString();
    const plan = { id: 'E101', version: 1, atOnce: ['NAR' as const], inform: [] };
    return incidentReported({ incidentId: newId(), receivedAt: now, recordedAt: now, priority: 'P3', plan });
  };
  const gapsOf = ({ incidentId }: IncidentReported) =>
    routing.database.query<{ priority: string }>('SELECT `priority` FROM `dispatch_gap` WHERE `incident_id` = ?', [
      incidentId,
    ]);

  it('keeps the gaps of a report that comes behind a cancellation', async () => {
    const [before, after] = [reported(), reported()];
    const { database } = routing;
    await database.write(() => routing.get(PlanDispatch).run(before));
    await database.write(async () => {
      await routing.get(CancelDispatch).run(eventOf(IncidentCancelled, { incidentId: before.incidentId }));
      await routing.get(PlanDispatch).run(after);
    });
    expect(await gapsOf(before)).toHaveLength(0);
    expect(await gapsOf(after)).toHaveLength(1);
  });

  it('regrades an incident whose dispatch is not written yet', async () => {
    const report = reported();
    const { incidentId } = report;
    await routing.database.write(async () => {
      await routing.get(PlanDispatch).run(report);
      await routing.get(FollowIncident).regraded(eventOf(IncidentRegraded, { incidentId, from: 'P3', to: 'P1' }));
    });
    const dispatches = await routing.database.query<{ priority: string }>(
      'SELECT `priority` FROM `dispatch` WHERE `id` = ?',
      [incidentId],
    );
    expect(dispatches).toMatchObject([{ priority: 'P1' }]);
    expect(await gapsOf(report)).toMatchObject([{ priority: 'P1' }]);
  });

  it(
    'lets units complete at the same time though many incidents wait for them, and fills every gap',
    async () => {
      const unit = {
        id: 'EEA09',
        name: '示范环侦',
        discipline: 'EEA' as const,
        capacity: 4,
        longitude: 119.9,
        latitude: 31.7,
      };
      await routing.enter([unit]);
      const plan = { id: 'E101', version: 1, atOnce: ['EEA' as const], inform: [] };
      const incidents = await routing.report(...Array.from({ length: 12 }, () => ({ plan })));
      const active = () =>
        routing.database.query<{ id: string }>(
          "SELECT `id` FROM `assignment` WHERE `unit_id` = 'EEA09' AND `unit_slot` > 0",
        );
      const waiting = () => routing.database.query('SELECT `slot` FROM `dispatch_gap` WHERE `discipline` = ?', ['EEA']);
      const finish = async (id: string) => {
        await routing.database.write(() => routing.get(AdvanceAssignment).run(id, 'ACKNOWLEDGED', undefined, DESK));
        await routing.database.write(() => routing.get(GiveFeedback).run(id, { text: '到场' }, DESK));
        const final = { text: '完毕', outcome: 'MEDIATED' as const };
        await routing.database.write(() => routing.get(CompleteAssignment).run(id, final, DESK));
      };
      for (const left of [8, 4, 0]) {
        await eventually(async () => expect(await waiting()).toHaveLength(left), { withinMs: 10_000 });
        const held = await eventually(async () => {
          const rows = await active();
          expect(rows).toHaveLength(4);
          return rows;
        });
        await Promise.all(held.map(({ id }) => finish(id)));
      }
      const handled = await routing.database.query("SELECT `id` FROM `dispatch` WHERE `state` = 'HANDLED'");
      expect(handled.length).toBeGreaterThanOrEqual(incidents.length);
    },
    SLOW_MS,
  );
});
