import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentCancelled, IncidentRegraded, type IncidentReported } from '#contracts';
import { newId } from '#platform';
import { eventOf, incidentReported, testProfile } from '#testing';
import { CancelDispatch } from '../../apps/routing/src/use-cases/cancel-dispatch.js';
import { FollowIncident } from '../../apps/routing/src/use-cases/follow-incident.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { RoutingHarness } from './routing.harness.js';

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
});
