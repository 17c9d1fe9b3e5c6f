import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { effects, effectsSchema } from './effects.js';
import { explainedPlan } from './explained-plan.js';
import { openTestDatabase, testProfile, type TestDatabase } from './test-database.js';

describe(`explained plans on ${testProfile()}`, () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(effectsSchema);
    const { database } = opened;
    await database.write(() =>
      database.insert(
        effects,
        Array.from({ length: 200 }, (_none, n) => ({
          id: `e${n}`,
          subject: 's',
          source: 'intake',
          sequence: n,
          type: 't',
          seq: 0,
        })),
      ),
    );
  });
  afterAll(() => opened.drop());

  it('tell a row found by its key from a look at everything', async () => {
    const { database } = opened;
    const found = await explainedPlan(
      database,
      'SELECT `id` FROM `effect` WHERE `seq` > ? ORDER BY `seq` LIMIT 3',
      [190],
    );
    expect(found).toMatchObject({ reads: [{ table: 'effect', scanned: false }], sorted: false });
    expect(found.reads[0]?.index).toMatch(/PRIMARY/);
    const all = await explainedPlan(database, 'SELECT `id` FROM `effect` WHERE `type` = ? ORDER BY `source`', ['t']);
    expect(all).toEqual({ reads: [{ table: 'effect', scanned: true }], sorted: true });
  });
});
