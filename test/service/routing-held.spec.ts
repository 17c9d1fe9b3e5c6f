import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DispatchPlanned, IncidentCancelled, IncidentFactsAdded, IncidentReleased, type DomainEvent } from '#contracts';
import { eventOf, eventually, testProfile } from '#testing';
import { ReadDispatches } from '../../apps/routing/src/use-cases/read-dispatches.js';
import { ReinforceDispatch } from '../../apps/routing/src/use-cases/reinforce-dispatch.js';
import { DESK, RoutingHarness } from './routing.harness.js';

const SLOW_MS = 90_000;
const at = { capacity: 9, longitude: 119.9, latitude: 31.7 };
const plan = { id: 'E201', version: 1, atOnce: ['SEC' as const], inform: [] };
const grown = { id: 'E201+nearest', version: 1, atOnce: ['SEC' as const, 'PAT' as const], inform: [] };
const hold = { reason: 'account_reports' as const, since: new Date().toISOString() };

describe(`an incident that is held, on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  let heard: (incidentId: string) => DomainEvent[];
  beforeAll(async () => {
    routing = await RoutingHarness.start();
    heard = await routing.hears();
    await routing.enter([
      { id: 'SEC72', name: 'SEC72', discipline: 'SEC', ...at },
      { id: 'PAT72', name: 'PAT72', discipline: 'PAT', ...at },
    ]);
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);

  const sent = async (incidentId: string) =>
    (await routing.assignments()).filter((one) => one.incident_id === incidentId).map(({ unit_id }) => unit_id);
  const held = async (): Promise<string> => {
    const [incidentId = ''] = await routing.report({ priority: 'P3', plan, hold });
    await eventually(async () => expect(await states(incidentId)).toEqual(['RECEIVED']));
    return incidentId;
  };
  const states = async (incidentId: string) =>
    (
      await routing.database.query<{ state: string }>('SELECT `state` FROM `dispatch` WHERE `id` = ?', [incidentId])
    ).map(({ state }) => state);

  it('sends nobody, whatever more becomes known, until it is released: then by the plan as it is', async () => {
    const incidentId = await held();
    await routing.publish(
      incidentId,
      eventOf(IncidentFactsAdded, { incidentId, from: 'P3', priority: 'P1', plan: grown }),
    );
    await expect(routing.get(ReadDispatches).one(incidentId, DESK)).rejects.toMatchObject({
      code: 'dispatch.not-found',
    });
    const reinforce = () => routing.get(ReinforceDispatch).run(incidentId, 'PAT', DESK);
    await expect(routing.database.write(reinforce)).rejects.toMatchObject({ code: 'dispatch.held' });
    expect(await sent(incidentId)).toEqual([]);
    const release = eventOf(IncidentReleased, { incidentId, priority: 'P1', plan: grown });
    for (let again = 0; again < 2; again += 1) await routing.publish(incidentId, release);
    const event = await eventually(() => {
      const [first, ...more] = heard(incidentId).filter(
        (one): one is DispatchPlanned => one instanceof DispatchPlanned,
      );
      expect([first !== undefined, more]).toEqual([true, []]);
      return first;
    });
    expect(event).toMatchObject({ priority: 'P1', plan: grown, dispatchState: 'DISPATCHED' });
    expect((await sent(incidentId)).sort()).toEqual(['PAT72', 'SEC72']);
  });

  it('that is called off sends nobody, released or not', async () => {
    const incidentId = await held();
    await routing.publish(incidentId, eventOf(IncidentCancelled, { incidentId }));
    await routing.publish(incidentId, eventOf(IncidentReleased, { incidentId, priority: 'P1', plan: grown }));
    await eventually(async () => expect(await states(incidentId)).toEqual(['CANCELLED']));
    const [other = ''] = await routing.report({ priority: 'P3', plan });
    await eventually(async () => expect(await sent(other)).toEqual(['SEC72']));
    expect(await sent(incidentId)).toEqual([]);
  });
});
