import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Aggregates, column, createTable, defineTable, touch, type TableDef } from '#persistence';
import { effectsBySubject, effectsSchema, noteEffect, openTestDatabase, type TestDatabase } from '#testing';
import { cursorTable } from '../tables.js';
import { InboxHarness, recordOf } from './inbox.harness.js';
import { moveCursorsInto, seenColumn, type SeenRow } from './seen.js';

interface FileRow extends SeenRow {
  lines: number;
}
const columns = { id: column.id(), lines: column.int(), version: column.int(), seen: seenColumn };
const files = defineTable<FileRow>('file', columns, { primary: ['id'] });
const schema = {
  ...effectsSchema,
  tables: [...effectsSchema.tables, files as unknown as TableDef<never>],
  migrations: [
    ...effectsSchema.migrations,
    class CreateFiles1790000000001 {
      up = (runner: Parameters<typeof createTable>[0]) => createTable(runner, 'file', columns, { primary: ['id'] });
      down = () => Promise.reject(new Error('forward only'));
    },
  ],
};

let test: TestDatabase;
let consumer: InboxHarness;
let rows: Aggregates<FileRow>;

/** Opens a file with its first event, and changes it with every other one only. */
async function file(id: string, sequence: number): Promise<void> {
  const row = await rows.find(id);
  if (!row) return rows.add({ id, lines: 1, version: 1 });
  if (sequence % 2 === 0) return;
  row.lines += 1;
  touch(row);
  rows.save(row);
}

beforeEach(async () => {
  test = await openTestDatabase(schema);
  rows = new Aggregates(test.database, files);
  consumer = new InboxHarness(test.database, 'effects', files);
  consumer.handler = async (_event, context) => {
    await noteEffect(test.database, context);
    await file(context.subject, context.sequence);
  };
});
afterEach(() => test.drop());

const cursors = async () =>
  (await test.database.rows(cursorTable, 'ORDER BY `aggregate_id`, `source`')).map(
    ({ aggregateId, source, lastSeq, parked }) => `${aggregateId} ${source} ${lastSeq}${parked ? ' parked' : ''}`,
  );
const seen = async () =>
  Object.fromEntries((await test.database.rows(files, 'ORDER BY `id`')).map((row) => [row.id, row.seen]));

describe('what a consumer has seen of an aggregate', () => {
  it('lies in the row it writes anyway, and in no row of its own', async () => {
    await consumer.take(recordOf('a', 1), recordOf('b', 1), recordOf('a', 2));
    await consumer.take(recordOf('a', 1, { source: 'routing' }), recordOf('a', 3));
    expect(await seen()).toEqual({ a: { intake: 3, routing: 1 }, b: { intake: 1 } });
    expect(await cursors()).toEqual([]);
  });

  it('moves the version of the row once per unit of work, whoever changes the row', async () => {
    await consumer.take(recordOf('a', 1));
    await consumer.take(recordOf('a', 2));
    await consumer.take(recordOf('a', 3));
    expect(await test.database.one(files, 'WHERE `id` = ?', ['a'])).toMatchObject({ lines: 2, version: 3 });
  });

  it('keeps what comes again from having a second effect', async () => {
    await consumer.take(recordOf('a', 1), recordOf('a', 2));
    await consumer.take(recordOf('a', 1), recordOf('a', 2), recordOf('a', 2));
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 2] });
    expect(await test.database.one(files, 'WHERE `id` = ?', ['a'])).toMatchObject({ version: 1 });
  });

  it('has a row of its own while something is parked, and gives it back', async () => {
    await consumer.take(recordOf('a', 1));
    await consumer.take(recordOf('a', 3));
    expect(await seen()).toEqual({ a: { intake: 'parked' } });
    expect(await cursors()).toEqual(['a intake 1 parked']);
    await consumer.take(recordOf('a', 2));
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 2, 3] });
    expect(await seen()).toEqual({ a: { intake: 3 } });
    expect(await cursors()).toEqual([]);
  });

  it('has a row of its own before there is a row to lie in', async () => {
    consumer.handler = (_event, context) => noteEffect(test.database, context);
    await consumer.take(recordOf('a', 1, { source: 'routing' }));
    expect(await cursors()).toEqual(['a routing 1']);
    consumer.handler = (_event, context) => file(context.subject, context.sequence);
    await consumer.take(recordOf('a', 1), recordOf('a', 1, { source: 'routing' }));
    expect(await seen()).toEqual({ a: { intake: 1, routing: 1 } });
    expect(await cursors()).toEqual([]);
  });

  it('is written neither twice nor over what another process wrote meanwhile', async () => {
    await consumer.take(recordOf('a', 1));
    let others = 0;
    consumer.handler = async (_event, context) => {
      await noteEffect(test.database, context);
      if ((others += 1) > 1) return;
      // as if another process had committed this event after it was read here
      await test.database.execute('UPDATE `file` SET `version` = `version` + 1, `seen` = \'{"intake":2}\'');
    };
    await consumer.take(recordOf('a', 2));
    expect(others).toBe(2);
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 2] });
  });
});

describe('cursors of an earlier release', () => {
  const moveOver = () =>
    test.database.connections.schemaSource(async (source) => {
      const runner = source.createQueryRunner();
      await moveCursorsInto(runner, 'file');
      await runner.release();
    });

  it('move into the rows, those of parked events stay, and nothing has its effect twice', async () => {
    const before = new InboxHarness(test.database);
    before.handler = consumer.handler;
    await before.take(recordOf('a', 1), recordOf('a', 1, { source: 'routing' }), recordOf('a', 2), recordOf('b', 1));
    await before.take(recordOf('b', 3));
    for (let again = 0; again < 2; again += 1) await moveOver();
    expect(await seen()).toEqual({ a: { intake: 2, routing: 1 }, b: { intake: 'parked' } });
    expect(await cursors()).toEqual(['b intake 1 parked']);
    await consumer.take(recordOf('a', 2), recordOf('a', 3), recordOf('b', 2));
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 1, 2, 3], b: [1, 2, 3] });
  });

  it('are honoured where they were left', async () => {
    const before = new InboxHarness(test.database);
    before.handler = consumer.handler;
    await before.take(recordOf('a', 1), recordOf('a', 2));
    await consumer.take(recordOf('a', 2), recordOf('a', 3));
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 2, 3] });
    expect(await cursors()).toEqual([]);
  });
});
