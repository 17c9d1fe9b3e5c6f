import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ValidationRefused } from '#platform';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { callerOf, CONTACT, COPPER, MACHINE, OPERATOR, PLASTICS, theft } from '../../test/intake-samples.js';
import type { ReportToFile } from './admitted-report.js';

let intake: IntakeFixture;
beforeEach(async () => {
  intake = await IntakeFixture.open();
});
afterEach(() => intake.close());

const admit = (over: Partial<ReportToFile> = {}, caller = OPERATOR) => intake.admit().run(theft(over), caller);
const UNKNOWN = '01900000-0000-7000-8000-00000000ffff';

describe('the enterprise of a report', () => {
  it('is the contact’s own by default, and a free name for operators only', async () => {
    expect((await admit({}, CONTACT)).enterprise).toMatchObject({ id: COPPER, uscc: '91320412MA0000015L' });
    expect((await admit({ enterpriseName: '无名厂' })).enterprise).toEqual({ name: '无名厂' });
    expect((await admit()).enterprise).toBeUndefined();
    expect((await admit({ enterpriseId: PLASTICS }, MACHINE)).enterprise).toMatchObject({ id: PLASTICS });
  });

  it.each([
    ['foreign', { enterpriseId: PLASTICS }, CONTACT, 'report.foreign-enterprise', '/enterpriseId'],
    ['unknown', { enterpriseId: UNKNOWN }, OPERATOR, 'report.unknown-enterprise', '/enterpriseId'],
    [
      'named by a contact',
      { enterpriseName: '无名厂' },
      CONTACT,
      'report.enterprise-name-not-wanted',
      '/enterpriseName',
    ],
    [
      'foreign to the machine’s own',
      { enterpriseId: PLASTICS },
      callerOf('gate', ['machine'], { enterpriseId: COPPER }),
      'report.foreign-enterprise',
      '/enterpriseId',
    ],
  ])('is refused when it is %s', async (_what, over, caller, code, pointer) => {
    await expect(admit(over, caller)).rejects.toMatchObject({ code, pointer });
  });

  it('does not touch the grade: same facts, other tier', async () => {
    const [key, plain] = await Promise.all([admit({ enterpriseId: COPPER }), admit({ enterpriseId: PLASTICS })]);
    expect(key.grading).toEqual(plain.grading);
  });
});

describe('the number to call back', () => {
  it('may be missing with a reason, which is kept in its place', async () => {
    const { reporter } = await admit({ reporter: { name: '不愿透露姓名', noPhone: 'withheld' } });
    expect(reporter).toEqual({ name: '不愿透露姓名', phone: '', noPhone: 'withheld' });
  });
});

describe('a place without a point', () => {
  const placeOf = async (place: ReportToFile['place'], over: Partial<ReportToFile> = {}) =>
    (await admit({ place, ...over })).facts.place;

  it('is located by the town that the address names, and marked', async () => {
    expect(await placeOf({ address: '武进区湖塘镇某路' })).toMatchObject({ precision: 'town', jurisdiction: 'WJ-HT' });
    expect(await placeOf({ address: '不详' })).toMatchObject({ precision: 'unknown', jurisdiction: 'WJ-HT' });
  });

  it('is exact where the point came with it, unless whoever gave it knew only the street', async () => {
    const point = { address: '延政中路1号', longitude: 119.951, latitude: 31.703 };
    expect(await placeOf(point)).not.toHaveProperty('precision');
    expect(await placeOf({ ...point, precision: 'street' })).toMatchObject({ precision: 'street' });
  });

  it.each([
    [119.9, 31.7],
    [120.0, 31.7],
    [119.95, 31.65],
    [119.95, 31.75],
    [119.9, 31.65],
    [120.0, 31.75],
    [119.9, 31.75],
    [120.0, 31.65],
  ])('belongs to the area whose outer border it lies on: %d, %d', async (longitude, latitude) => {
    expect(await placeOf({ address: '界河', longitude, latitude })).toMatchObject({ jurisdiction: 'WJ-HT' });
  });

  it.each([
    ['nowhere', 0, 0],
    ['on another continent', -74, 40.7],
    ['in another province', 121.47, 31.23],
  ])('is marked where it cannot be right: %s', async (_where, longitude, latitude) => {
    const place = await placeOf({ address: '不详', longitude, latitude });
    expect(place).toMatchObject({ longitude, latitude, precision: 'far', district: '320412' });
    expect(place).not.toHaveProperty('jurisdiction');
  });

  it('outside of every jurisdiction, but near, is believed', async () => {
    const place = { address: '界外', longitude: 120.4, latitude: 31.7 };
    expect(await placeOf(place)).toEqual({ ...place, zone: 'urban', district: '320412' });
  });

  it.each([
    [{ longitude: 119.9 }, '/place/latitude'],
    [{ latitude: 31.7 }, '/place/longitude'],
  ])('is refused with half a point: %j', async (half, pointer) => {
    await expect(placeOf({ address: '某路', ...half })).rejects.toMatchObject({ code: 'report.half-a-point', pointer });
  });
});

describe('the times of a report', () => {
  it.each([
    [{ receivedAt: '2026-05-21T01:02:00Z' }, 'report.received-in-future'],
    [{ receivedAt: '2026-05-13T00:00:00Z' }, 'report.received-too-early'],
    [{ occurredFrom: '2026-05-22T00:00:00Z' }, 'report.occurred-in-future'],
    [{ occurredFrom: '2026-05-20T02:00:00Z', occurredTo: '2026-05-20T01:00:00Z' }, 'report.occurred-backwards'],
  ])('%j is refused', async (over, code) => {
    await expect(admit(over)).rejects.toMatchObject({ code });
  });

  it('are kept as UTC, a clock slightly ahead as now', async () => {
    const admitted = await admit({ occurredFrom: '2026-05-21T06:00:00+08:00', receivedAt: '2026-05-21T01:00:30Z' });
    expect(admitted.facts.occurredFrom).toBe('2026-05-20T22:00:00.000Z');
    expect(admitted.receivedAt).toEqual(intake.clock.at);
  });

  it('are not stated by enterprises in production', async () => {
    intake.config.nodeEnv = 'production';
    const stated = { receivedAt: '2026-05-20T00:00:00Z' };
    await expect(admit(stated, CONTACT)).rejects.toMatchObject({ code: 'report.received-not-wanted' });
    expect((await admit(stated, MACHINE)).receivedAt).toEqual(new Date('2026-05-20T00:00:00Z'));
  });
});

it('names every wrong detail', async () => {
  const wrong = admit({ details: { canary: 1, items: [{ name: 7 }] } });
  const refusal = (await wrong.catch((error: unknown) => error)) as ValidationRefused;
  expect(refusal).toBeInstanceOf(ValidationRefused);
  const pointers = refusal.toFault().errors?.map(({ pointer }) => pointer);
  expect(pointers).toContain('/details/canary');
  expect(pointers).toContain('/details/items/0/name');
});

describe('while incidents are planned late', () => {
  it('takes reports, and says on the receipt that they wait', async () => {
    expect(await intake.report(theft())).not.toHaveProperty('waiting');
    const now = intake.clock.at.getTime();
    intake.pace.planned({ reportedAtMs: now - 5000, plannedAtMs: now }, now);
    const { waiting, incidentId } = await intake.report(theft());
    expect(waiting).toEqual({ zh: '已登记，正在排队派警', en: 'Registered; waiting for dispatch' });
    // one more report of the same thing waits for nothing
    expect(await intake.report(theft({ relatesTo: incidentId }))).not.toHaveProperty('waiting');
  });
});

describe('while incidents are planned too late', () => {
  it('refuses what can wait and takes what is urgent', async () => {
    const now = intake.clock.at.getTime();
    intake.pace.planned({ reportedAtMs: now - 60_000, plannedAtMs: now }, now);
    for (let n = 0; n < 51; n += 1) await admit();
    await expect(admit()).rejects.toMatchObject({ code: 'report.overloaded', kind: 'unavailable' });
    expect((await admit({ flags: ['weapon'] })).grading.priority).toBe('P1');
  });

  it('refuses what can wait before anything is looked up, and leaves what cannot be graded to the checks', async () => {
    const now = intake.clock.at.getTime();
    const foreign = (over: Partial<ReportToFile> = {}) => admit({ enterpriseId: UNKNOWN, ...over });
    await expect(foreign()).rejects.toMatchObject({ code: 'report.unknown-enterprise' });
    intake.pace.planned({ reportedAtMs: now - 60_000, plannedAtMs: now }, now);
    for (let n = 0; n < 51; n += 1) await admit();
    const before = intake.database.counts.statements;
    await expect(foreign()).rejects.toMatchObject({ code: 'report.overloaded' });
    expect(intake.database.counts.statements).toBe(before);
    await expect(foreign({ flags: ['weapon'] })).rejects.toMatchObject({ code: 'report.unknown-enterprise' });
    await expect(foreign({ type: 'E998' })).rejects.toMatchObject({ code: 'report.unknown-type' });
  });
});

describe('with too much waiting to be sent', () => {
  it('refuses what can wait first', async () => {
    intake.config.outboxLimit = 1;
    // the seed published two enterprises: one event too many for P3, just enough for P1
    await expect(admit()).rejects.toMatchObject({ code: 'report.overloaded', kind: 'unavailable' });
    expect((await admit({ flags: ['weapon'] })).grading.priority).toBe('P1');
    await intake.report(theft({ flags: ['weapon'] }));
    await expect(admit({ flags: ['weapon'] })).rejects.toMatchObject({ code: 'report.overloaded' });
  });
});
