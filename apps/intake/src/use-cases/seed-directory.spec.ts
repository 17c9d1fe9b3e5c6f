import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { decodeEvent } from '#contracts';
import { schemaDrift } from '#persistence';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { CONTACT, COPPER, OPERATOR, SEED } from '../../test/intake-samples.js';
import { ChangeEnterprise } from './change-enterprise.js';
import { ListEnterprises } from './list-enterprises.js';

let intake: IntakeFixture;
beforeEach(async () => {
  intake = await IntakeFixture.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await intake.close();
});

it('changes nothing the second time, and keeps what people changed', async () => {
  const change = new ChangeEnterprise(intake.enterprises, intake.outbox, intake.clock);
  await intake.database.write(() => change.run(COPPER, { name: '改名后' }, 'W/"1"'));
  const events = await intake.events();
  expect(await intake.seeder().run(SEED)).toEqual({ enterprises: 0, jurisdictions: 0 });
  expect(await intake.enterprises.find(COPPER)).toMatchObject({ name: '改名后', version: 2 });
  expect(await intake.events()).toEqual(events);
  expect(events.map(({ type }) => type)).toEqual(Array(3).fill('enterprise.changed.v1'));
  expect(events.every(({ type, body }) => decodeEvent(type, body).kind === 'event')).toBe(true);
});

it('moves an outline that changed', async () => {
  const [area] = SEED.jurisdictions;
  const moved = { ...SEED, jurisdictions: area ? [{ ...area, name: '新辖区' }] : [] };
  expect(await intake.seeder().run(moved)).toEqual({ enterprises: 0, jurisdictions: 1 });
  expect(await intake.jurisdictions.list()).toMatchObject([{ code: 'WJ-HT', name: '新辖区' }]);
});

it('reaches the copies of other processes', async () => {
  const other = await IntakeFixture.open(intake.folder);
  const id = '01900000-0000-7000-8000-0000000000aa';
  await other.enterprises.known(COPPER);
  await intake.database.write(() => intake.registerEnterprise().run({ name: '新厂' }, id));
  expect(await intake.enterprises.known(id)).toMatchObject({ name: '新厂' });
  // not heard of yet: looked up
  expect(await other.enterprises.known(id)).toMatchObject({ name: '新厂' });
  const change = new ChangeEnterprise(intake.enterprises, intake.outbox, intake.clock);
  await intake.database.write(() => change.run(id, { name: '又改名' }, '*'));
  const later = performance.now() + 1500;
  jest.spyOn(performance, 'now').mockReturnValue(later);
  expect(await other.enterprises.known(id)).toMatchObject({ name: '又改名' });
  await other.database.close();
});

it('is listed in pages, found by part of a name or by code, and kept from other enterprises', async () => {
  const list = new ListEnterprises(intake.enterprises);
  const query = { limit: 1 };
  expect(await list.run(query, undefined, OPERATOR)).toHaveLength(2);
  expect(await list.run(query, '精铜', OPERATOR)).toMatchObject([{ id: COPPER }]);
  expect(await list.run(query, '%', OPERATOR)).toEqual([]);
  expect(await list.run(query, '91320412ma0000015l', OPERATOR)).toMatchObject([{ id: COPPER }]);
  expect(await list.run(query, undefined, CONTACT)).toMatchObject([{ id: COPPER }]);
});

it('has no drift between tables and migrations', async () => {
  const drift = await schemaDrift(intake.database.connections);
  // the outbox belongs to messaging, whose own specs check it
  expect(drift.filter((sql) => !sql.includes('outbox'))).toEqual([]);
});
