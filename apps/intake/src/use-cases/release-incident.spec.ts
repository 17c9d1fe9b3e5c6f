import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { decodeEvent } from '#contracts';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { CONTACT, OPERATOR, theft } from '../../test/intake-samples.js';
import { Released } from '../domain/admission/released.js';
import { incidentTable } from '../outbound/database/incident.table.js';
import { ReleaseIncident } from './release-incident.js';

let intake: IntakeFixture;
beforeEach(async () => {
  intake = await IntakeFixture.open();
  Object.assign(intake.config, { accountReports10Min: 2, enterpriseIncidents: 0 });
});
afterEach(() => intake.close());

const released = new Released();
const release = (id: string, ifMatch = '*') =>
  intake.database.write(() =>
    new ReleaseIncident(intake.incidents, intake.reports, intake.addFacts(), released, intake.clock).run(
      id,
      { note: '已回拨' },
      ifMatch,
      OPERATOR,
    ),
  );
const eventsOf = async (incidentId: string) =>
  (await intake.events()).filter(({ body }) => body['incidentId'] === incidentId);
const rowOf = (id: string) => intake.database.one(incidentTable, 'WHERE `id` = ?', [id]);

/** An incident that is one too many. */
async function oneTooMany(): Promise<string> {
  for (let n = 0; n < 2; n += 1) await intake.report(theft(), CONTACT);
  return (await intake.report(theft(), CONTACT)).incidentId;
}

it('lets units go for an incident that was held, by the plan as it is by then, once', async () => {
  const id = await oneTooMany();
  const more = theft({ relatesTo: id, injured: 2, flags: ['life_threat'] });
  expect((await intake.report(more, CONTACT)).waiting).toBeDefined();
  expect(await rowOf(id)).toMatchObject({ priority: 'P1', hold: { of: 'dispatch' } });
  await release(id);
  const last = (await eventsOf(id)).at(-1);
  expect(last).toMatchObject({
    type: 'incident.released.v1',
    body: {
      priority: 'P1',
      note: '已回拨',
      by: { account: 'operator' },
      plan: { id: expect.stringContaining('E101') },
    },
  });
  expect((last?.body['plan'] as { atOnce: string[] }).atOnce).toContain('X120');
  expect(decodeEvent(last?.type ?? '', last?.body).kind).toBe('event');
  expect((await rowOf(id))?.hold).toBeUndefined();
  expect([released.take(id), released.take(id)]).toEqual([true, false]);
  await expect(release(id)).rejects.toMatchObject({ code: 'incident.not-held' });
});

it('lets count what further reports told that were too many, and their number', async () => {
  const { incidentId: id } = await intake.report(theft(), CONTACT);
  await intake.report(theft(), CONTACT);
  for (const flags of [['life_threat' as const], []]) {
    const receipt = await intake.report(theft({ relatesTo: id, flags, injured: 1 }), CONTACT);
    expect(receipt.waiting).toBeDefined();
  }
  // It moves no unit: neither what it tells nor that it is the third.
  expect(await rowOf(id)).toMatchObject({ priority: 'P3', reportCount: 3, hold: { of: 'facts' } });
  expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
    'incident.reported.v1',
    'incident.report-attached.v1',
    'incident.report-attached.v1',
  ]);
  await release(id);
  const later = (await eventsOf(id)).slice(3);
  expect(later.map(({ type }) => type)).toEqual(['incident.released.v1', 'incident.facts-added.v1']);
  expect(later[1]?.body).toMatchObject({ newFlags: ['life_threat'], injured: 1, from: 'P3', priority: 'P1' });
  expect((await rowOf(id))?.firedRules.map(({ rule }) => rule)).toContain('repeated-reports');
});

it('is decided on what is', async () => {
  const id = await oneTooMany();
  await expect(release(id, 'W/"7"')).rejects.toMatchObject({ code: 'edit.version-changed' });
  await expect(release('01900000-0000-7000-8000-00000000dead')).rejects.toMatchObject({ code: 'incident.not-found' });
});
