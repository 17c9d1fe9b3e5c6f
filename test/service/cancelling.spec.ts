import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testProfile } from '#testing';
import type { IncidentState } from '#contracts';
import { Incidents } from '../../apps/intake/src/outbound/database/incidents.js';
import { freshKey, send } from './abuse/client.js';
import { World, type Incident } from './abuse/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.system.stop());

/** Calls an incident off as the chief, who may call off everything that can be. */
async function cancel({ incidentId }: Incident, language = 'zh-CN') {
  const { status, text } = await send(world.system.url, {
    method: 'POST',
    path: `/api/v1/incidents/${incidentId}/cancel`,
    token: world.people.token('chief'),
    body: { reason: 'false_report' },
    headers: { ...freshKey(), 'accept-language': language, 'if-match': '*' },
  });
  return { status, ...(JSON.parse(text) as { code?: string; detail?: string; state?: string }) };
}
const act = ({ lead, assignments }: Incident, name: string, body: object = {}) =>
  world.act(lead, 'POST', `assignments/${assignments[lead] ?? ''}/${name}`, body);
/** Waits until intake has heard where the units of an incident stand, or that it has a case. */
const heard = ({ incidentId }: Incident, what: { dispatchState: IncidentState } | { caseNumber: string }) =>
  eventually(async () => {
    const row = await world.system.app.get(Incidents, { strict: false }).find(incidentId);
    expect(row).toMatchObject(what);
  });
const report = () => world.report('operator', {}, { withCase: false });

describe(`calling an incident off, on ${testProfile()}`, () => {
  it('is possible while nobody has taken it: its units are recalled', async () => {
    const incident = await report();
    expect(await cancel(incident)).toMatchObject({ status: 200, state: 'CANCELLED' });
    await world.reaches(incident.incidentId, 'CANCELLED');
  });

  it('is refused in every state after that, in words', async () => {
    const incident = await report();
    const refused = { status: 409, code: 'incident.under-way' };
    await act(incident, 'acknowledge');
    await heard(incident, { dispatchState: 'RESPONDING' });
    expect(await cancel(incident)).toMatchObject({ ...refused, detail: expect.stringContaining('“处置中”') });
    await act(incident, 'arrive');
    await heard(incident, { dispatchState: 'ON_SCENE' });
    expect(await cancel(incident, 'en')).toMatchObject({ ...refused, detail: expect.stringContaining('is On scene') });
    await act(incident, 'feedback', { text: '现场已控制' });
    await act(incident, 'complete', { text: '误报', outcome: 'FALSE_ALARM', releaseAssists: true });
    await heard(incident, { dispatchState: 'HANDLED' });
    expect(await cancel(incident)).toMatchObject({ ...refused, detail: expect.stringContaining('“待审核”') });
    await world.reaches(incident.incidentId, 'HANDLED');
    await world.act('operator', 'POST', `incidents/${incident.incidentId}/close`, {});
    await eventually(async () => expect(await cancel(incident)).toMatchObject({ status: 409, code: 'incident.over' }));
  });

  it('is refused once a case was opened, though nobody has acknowledged', async () => {
    const incident = await world.report('operator');
    await heard(incident, { caseNumber: expect.any(String) as unknown as string });
    const said = { status: 409, code: 'incident.has-case', detail: expect.stringMatching(/已登记案件 \S+，不能撤销/) };
    expect(await cancel(incident)).toMatchObject(said);
    await expect(world.reaches(incident.incidentId, 'DISPATCHED')).resolves.toBeUndefined();
  });
});
