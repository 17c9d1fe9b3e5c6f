import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { effectsBySubject, effectsSchema, openTestDatabase, unitChanged, type TestDatabase } from '#testing';
import { cursorTable, outboxTable, parkedTable } from '../tables.js';
import { InboxHarness, recordOf, units } from './inbox.harness.js';

let test: TestDatabase;
let consumer: InboxHarness;

beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  consumer = new InboxHarness(test.database);
});
afterEach(() => test.drop());

const effects = () => effectsBySubject(test.database);
const parked = async () =>
  (await test.database.rows(parkedTable, 'ORDER BY `aggregate_id`, `aggregate_seq`')).map(
    ({ aggregateId, aggregateSeq, reason }) => `${aggregateId}:${aggregateSeq} ${reason}`,
  );
const cursor = async (aggregateId: string) =>
  (await test.database.rows(cursorTable, 'WHERE `aggregate_id` = ?', [aggregateId])).map(
    ({ source, lastSeq, parked: waits }) => ({ source, lastSeq, parked: waits }),
  );

describe('Inbox', () => {
  it('applies a chunk of many incidents in one transaction, in order', async () => {
    const before = test.database.counts.commits;
    await consumer.take(recordOf('a', 1), recordOf('b', 1), recordOf('a', 2), recordOf('b', 2), recordOf('a', 3));
    expect(await effects()).toEqual({ a: [1, 2, 3], b: [1, 2] });
    expect(test.database.counts.commits - before).toBe(1);
  });

  it('drops what it has seen, in the same chunk and in later ones', async () => {
    const [one, two] = [recordOf('a', 1), recordOf('a', 2)];
    await consumer.take(one, one, two);
    await consumer.take(one, two, recordOf('a', 3));
    expect(await effects()).toEqual({ a: [1, 2, 3] });
  });

  it('counts each source on its own', async () => {
    await consumer.take(recordOf('a', 1), recordOf('a', 1, { source: 'routing' }), recordOf('a', 2));
    expect(await effects()).toEqual({ a: [1, 1, 2] });
  });

  it('passes over sources and types nobody asked for, and only advances for the latter', async () => {
    await consumer.take(
      recordOf('a', 1, { source: 'cases' }),
      recordOf('a', 1, { type: 'case.solved.v1', value: 'x' }),
    );
    expect(await effects()).toEqual({});
    expect(await cursor('a')).toEqual([{ source: 'intake', lastSeq: 1, parked: false }]);
  });

  it('opens no transaction for a chunk in which nothing concerns it', async () => {
    const { commits, statements } = test.database.counts;
    expect(await consumer.take(recordOf('a', 1, { source: 'cases' }))).toHaveLength(1);
    expect(test.database.counts).toMatchObject({ commits, statements });
  });

  it('lets events wait for a missing one and then applies all in order', async () => {
    const late = recordOf('a', 2);
    await consumer.take(recordOf('a', 1), recordOf('a', 3), recordOf('b', 1));
    await consumer.take(recordOf('a', 4));
    expect(await effects()).toEqual({ a: [1], b: [1] });
    expect(await parked()).toEqual(['a:3 gap', 'a:4 behind']);
    await consumer.take(late);
    expect(await effects()).toEqual({ a: [1, 2, 3, 4], b: [1] });
    expect(await parked()).toEqual([]);
    expect(await cursor('a')).toEqual([{ source: 'intake', lastSeq: 4, parked: false }]);
  });

  it('parks a waiting event once, however often it comes', async () => {
    const early = recordOf('a', 3);
    await consumer.take(early, early);
    await consumer.take(early, { ...early, offset: '900' });
    expect(await parked()).toEqual(['a:3 gap']);
    await consumer.take(recordOf('a', 1), early, recordOf('a', 2), early);
    expect(await effects()).toEqual({ a: [1, 2, 3] });
    expect(await parked()).toEqual([]);
  });

  it('parks a payload beyond all need, without asking what else is wrong with it', async () => {
    const wide = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, null]));
    await consumer.take(recordOf('a', 1, { value: JSON.stringify(wide) }), recordOf('b', 1));
    expect(await effects()).toEqual({ b: [1] });
    const rows = await test.database.rows(parkedTable, '');
    expect(rows.map(({ reason, error }) => [reason, error])).toEqual([['invalid', 'payload holds too many values']]);
  });

  it('parks a payload that is not the event it claims to be, with a dead letter; others flow', async () => {
    await consumer.take(recordOf('a', 1, { value: '{"incidentId":7}' }), recordOf('b', 1, { value: 'not json' }));
    await consumer.take(recordOf('c', 1, { value: null }), recordOf('d', 1), recordOf('a', 2));
    expect(await effects()).toEqual({ d: [1] });
    expect(await parked()).toEqual(['a:1 invalid', 'a:2 behind', 'b:1 invalid', 'c:1 invalid']);
    const letters = await test.database.rows(outboxTable, 'ORDER BY `seq`');
    expect(letters.map(({ topic, headers }) => [topic, headers['kafka_dlt-original-key']])).toEqual([
      ['qijing.incidents.v1.dlq', 'a'],
      ['qijing.incidents.v1.dlq', 'b'],
      ['qijing.incidents.v1.dlq', 'c'],
    ]);
  });

  it('sets records without event headers aside once each, whatever their key, and they block nobody', async () => {
    const foreign = (at: number, key: string) => ({
      ...recordOf('a', 1),
      partition: at,
      offset: '0',
      key,
      headers: {},
    });
    const three = [foreign(1, ''), foreign(2, ''), foreign(3, '警情')];
    await consumer.take(...three, recordOf('a', 1));
    await consumer.take(...three);
    expect(await parked()).toEqual([':0 undecodable', ':0 undecodable', ':0 undecodable']);
    expect(await effects()).toEqual({ a: [1] });
    expect(await test.database.rows(outboxTable, '')).toHaveLength(3);
  });

  it('accepts holes in a compacted stream, but nothing that is older', async () => {
    const unit = (sequence: number) =>
      recordOf('PS01', sequence, { source: 'routing', type: 'unit.changed.v1', topic: units, event: unitChanged() });
    await consumer.take(unit(4), unit(9), unit(7), unit(10));
    expect(await effects()).toEqual({ PS01: [4, 9, 10] });
  });

  it('heals a compacted stream by the next good event', async () => {
    const broken = recordOf('PS01', 3, { source: 'routing', type: 'unit.changed.v1', topic: units, value: '{}' });
    const good = recordOf('PS01', 5, {
      source: 'routing',
      type: 'unit.changed.v1',
      topic: units,
      event: unitChanged(),
    });
    await consumer.take(broken);
    expect(await parked()).toEqual(['PS01:3 invalid']);
    await consumer.take(good);
    expect(await effects()).toEqual({ PS01: [5] });
    expect(await parked()).toEqual([]);
  });

  it('keeps effects exactly once when two members of a group get the same records', async () => {
    const twin = new InboxHarness(test.database);
    const records = Array.from({ length: 60 }, (_, n) => recordOf(`i${n % 6}`, Math.floor(n / 6) + 1));
    const batches = [0, 20, 40].map((from) => records.slice(from, from + 20));
    const read = async (member: InboxHarness) => {
      for (const batch of batches) await member.take(...batch);
    };
    await Promise.all([read(consumer), read(twin)]);
    const inOrder = Array.from({ length: 10 }, (_, n) => n + 1);
    expect(await effects()).toEqual(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`i${n}`, inOrder])));
    expect(await parked()).toEqual([]);
  });
});
