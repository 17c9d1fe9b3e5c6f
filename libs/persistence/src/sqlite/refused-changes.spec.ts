import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { AuditTrail, verifyAudit } from '#persistence';
import { effectsSchema, openTestDatabase, type TestDatabase } from '#testing';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(effectsSchema, 'embedded');
});
afterEach(() => test.drop());

it.each(["UPDATE `audit_entry` SET `act` = 'x'", 'DELETE FROM `audit_entry`'])('a file refuses to %s', async (sql) => {
  const { database } = test;
  const act = { subject: 's', act: 'thing.done', object: 'o' };
  await database.write(() => Promise.resolve(AuditTrail.of(database).record(act)));
  await expect(database.write(() => database.execute(sql))).rejects.toThrow('rows of audit_entry are never changed');
  expect(await verifyAudit(database)).toMatchObject({ entries: 1, broken: undefined });
});
