import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AssignmentDeclined,
  AssignmentDeclineRejected,
  AssignmentDeclineRequested,
  type DomainEvent,
} from '#contracts';
import { newId } from '#platform';
import { eventually, incidentReported, testProfile } from '#testing';
import { DeclineAssignment } from '../../apps/routing/src/use-cases/decline-assignment.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { DESK, RoutingHarness } from './routing.harness.js';

const SLOW_MS = 90_000;
const tag = (version: number): string => `"${version}"`;
const stale = { code: 'edit.version-changed' };

describe(`a release that a unit asked for, on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  let heard: (incidentId: string) => DomainEvent[];
  let incidentId: string;
  let id: string;
  beforeAll(async () => {
    routing = await RoutingHarness.start();
    heard = await routing.hears();
    const place = { capacity: 50, longitude: 119.9, latitude: 31.7 };
    await routing.enter(
      ['SEC71', 'SEC72'].map((code) => ({ ...place, id: code, name: code, discipline: 'SEC' as const })),
    );
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);
  beforeEach(async () => {
    const now = new Date().toISOString();
    const plan = { id: 'E201', version: 1, atOnce: ['SEC' as const], inform: [] };
    const report = incidentReported({ incidentId: newId(), receivedAt: now, recordedAt: now, plan });
    await routing.database.write(() => routing.get(PlanDispatch).run(report));
    ({ incidentId } = report);
    const [sent] = (await routing.assignments()).filter((one) => one.incident_id === incidentId);
    id = sent?.id ?? '';
  });

  const asks = () =>
    routing.database.write(() => routing.get(DeclineAssignment).request(id, { reason: 'engaged' }, DESK));
  const decides = (what: 'approve' | 'reject', ifMatch: string | undefined) =>
    routing.database.write(() => routing.get(DeclineAssignment)[what](id, ifMatch, DESK));
  /** Versions that the events of releases told, in their order. */
  const told = (count: number) =>
    eventually(() => {
      const about = heard(incidentId).filter(
        (one): one is AssignmentDeclined | AssignmentDeclineRejected | AssignmentDeclineRequested =>
          one instanceof AssignmentDeclined ||
          one instanceof AssignmentDeclineRejected ||
          one instanceof AssignmentDeclineRequested,
      );
      expect(about).toHaveLength(count);
      return about.map(({ version }) => version);
    });

  it('is decided on the request that was read, and not without saying which', async () => {
    await asks();
    for (const what of ['approve', 'reject'] as const) {
      await expect(decides(what, undefined)).rejects.toMatchObject({ code: 'edit.if-match-required' });
      await expect(decides(what, tag(0))).rejects.toMatchObject(stale);
    }
    expect(await decides('approve', tag(1))).toMatchObject({ state: 'DECLINED' });
    expect(await told(2)).toEqual([1, 2]);
  });

  it('that was refused and asked for again is not approved by whoever still sees the first request', async () => {
    await asks();
    expect(await decides('reject', tag(1))).toMatchObject({ state: 'ISSUED' });
    await expect(decides('approve', tag(1))).rejects.toMatchObject(stale);
    await asks();
    await expect(decides('approve', tag(1))).rejects.toMatchObject(stale);
    expect(await told(3)).toEqual([1, 2, 3]);
    expect(await decides('approve', tag(3))).toMatchObject({ state: 'DECLINED' });
  });
});
