import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { DeadlineRunner } from './deadlines.js';
import { createTable, type ServiceSchema } from './schema.js';
import { column, defineTable, type TableDef } from './table.js';

interface Bell {
  id: string;
  ringsAt?: Date;
}
const columns = { id: column.id(), ringsAt: column.time().nullable() };
const keys = { primary: ['id'], index: [['ringsAt']] };
const bells = defineTable<Bell>('bell', columns, keys);
const schema: ServiceSchema = {
  service: 'bells',
  tables: [bells as unknown as TableDef<never>],
  migrations: [
    class CreateBells1760000000000 {
      readonly name = 'CreateBells1760000000000';
      up = (runner: Parameters<typeof createTable>[0]) => createTable(runner, 'bell', columns, keys);
      down = () => Promise.reject(new Error('forward only'));
    },
  ],
};

describe(`deadlines on ${testProfile()}`, () => {
  let opened: TestDatabase;
  let fired: string[];
  let reported: string[];
  beforeAll(async () => {
    opened = await openTestDatabase(schema);
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    fired = [];
    reported = [];
    await opened.database.write(() => opened.database.execute('DELETE FROM `bell`'));
  });

  const runner = () => {
    const made = new DeadlineRunner(opened.database, (error) => reported.push((error as Error).message));
    const fire = (id: string) => {
      if (id === 'broken') return Promise.reject(new Error('cannot ring'));
      return Promise.resolve(void fired.push(id));
    };
    made.watch({ name: 'bell', table: bells, at: 'ringsAt', fire });
    return made;
  };
  const set = (...rows: [string, number?][]) =>
    opened.database.write(() =>
      opened.database.insert(
        bells,
        rows.map(([id, ms]) => ({ id, ...(ms !== undefined && { ringsAt: new Date(Date.now() + ms) }) })),
      ),
    );
  const waiting = async () =>
    (await opened.database.rows(bells, 'WHERE `rings_at` > ? ORDER BY `id`', ['2000'])).map(({ id }) => id);

  it('fires what is due once, whoever else looks, and neither what is to come nor what has no moment', async () => {
    await set(['past', -50], ['future', 60_000], ['silent']);
    await Promise.all([runner().fire(), runner().fire()]);
    await runner().fire();
    expect(fired).toEqual(['past']);
    expect(await waiting()).toEqual(['future']);
  });

  it('leaves one that fails due, reports it, and fires the rest', async () => {
    await set(['broken', -500], ...Array.from({ length: 150 }, (_none, n): [string, number] => [`b${n}`, -400 + n]));
    await runner().fire();
    expect(fired).toHaveLength(150);
    expect(reported).toEqual(['cannot ring']);
    expect(await waiting()).toEqual(['broken']);
  });

  it('fires again what its handler set to a moment that has passed', async () => {
    await set(['again', -50]);
    const made = new DeadlineRunner(opened.database, (error) => reported.push(String(error)));
    const fire = async (id: string) => {
      fired.push(id);
      if (fired.length < 3)
        await opened.database.execute('UPDATE `bell` SET `rings_at` = ? WHERE `id` = ?', [
          '2001-01-01 00:00:00.000',
          id,
        ]);
    };
    made.watch({ name: 'bell', table: bells, at: 'ringsAt', fire });
    for (let turn = 0; turn < 4; turn += 1) await made.fire();
    expect(fired).toHaveLength(3);
    expect(reported).toEqual([]);
  });

  it('asks the database one thing a second while nothing is due', async () => {
    await set(['future', 60_000]);
    const made = runner();
    await made.fire();
    const { statements } = opened.database.counts;
    for (let turn = 0; turn < 10; turn += 1) await made.fire();
    expect(opened.database.counts.statements - statements).toBe(10);
  });
});
