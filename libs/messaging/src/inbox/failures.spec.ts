import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineRefusal } from '#domain-kit';
import { effectsBySubject, effectsSchema, noteEffect, openTestDatabase, type TestDatabase } from '#testing';
import { cursorTable, outboxTable, parkedTable } from '../tables.js';
import { batchOf, InboxHarness, recordOf } from './inbox.harness.js';
import { ParkedEvents } from './parked-events.js';

const refused = defineRefusal({ code: 'test.refused', kind: 'conflict', zh: '不行', en: 'No' });

let test: TestDatabase;
let consumer: InboxHarness;
let operator: ParkedEvents;

beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  consumer = new InboxHarness(test.database);
  operator = new ParkedEvents(test.database);
});
afterEach(() => test.drop());

const effects = () => effectsBySubject(test.database);
const parked = async () =>
  (await test.database.rows(parkedTable, 'ORDER BY `aggregate_id`, `aggregate_seq`')).map(
    ({ aggregateId, aggregateSeq, reason, attempts }) => `${aggregateId}:${aggregateSeq} ${reason} ${attempts}`,
  );
const letters = async () => (await test.database.rows(outboxTable, '')).length;

/** The handler fails for these subjects with this error; the others go well. */
function failFor(subjects: readonly string[], error: () => Error): void {
  consumer.handler = (_event, context) => {
    if (subjects.includes(context.subject)) throw error();
    return noteEffect(test.database, context);
  };
}
const bug = () => new TypeError('a bug for one incident');

describe('an event that fails', () => {
  it('is parked after five attempts in about 3 s, its incident waits, all others flow', async () => {
    failFor(['bad'], bug);
    const began = Date.now();
    const acknowledged = await consumer.take(
      recordOf('x', 1),
      recordOf('bad', 1),
      recordOf('bad', 2),
      recordOf('y', 1),
    );
    expect(acknowledged).toHaveLength(1);
    expect(Date.now() - began).toBeGreaterThan(2900);
    expect(Date.now() - began).toBeLessThan(4500);
    expect(await effects()).toEqual({ x: [1], y: [1] });
    expect(await parked()).toEqual(['bad:1 rejected 5', 'bad:2 behind 0']);
    expect(await letters()).toBe(1);
    expect(consumer.log.at('error')).toEqual(['event parked']);
  });

  it('is parked at once when the domain refuses it', async () => {
    failFor(['bad'], () => refused({}));
    const began = Date.now();
    await consumer.take(recordOf('bad', 1), recordOf('x', 1));
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await parked()).toEqual(['bad:1 rejected 1']);
    expect(await effects()).toEqual({ x: [1] });
  });

  it('that succeeds on a later attempt is not parked', async () => {
    let failures = 2;
    consumer.handler = (_event, context) => {
      failures -= 1;
      if (failures >= 0) throw bug();
      return noteEffect(test.database, context);
    };
    await consumer.take(recordOf('a', 1));
    expect(await effects()).toEqual({ a: [1] });
    expect(await parked()).toEqual([]);
  });

  it('is not parked by a late member when another one has handled it meanwhile', async () => {
    const record = recordOf('a', 1);
    await new InboxHarness(await test.another()).take(record);
    await consumer.inbox.reject(record, { error: 'too late', attempts: 5 });
    expect(await parked()).toEqual([]);
    expect(await letters()).toBe(0);
  });

  it('keeps nothing half-written', async () => {
    consumer.handler = async (_event, context) => {
      await noteEffect(test.database, context);
      if (context.subject === 'bad') throw refused({});
    };
    await consumer.take(recordOf('a', 1), recordOf('bad', 1));
    expect(await effects()).toEqual({ a: [1] });
  });
});

describe('an operator', () => {
  beforeEach(async () => {
    failFor(['bad'], () => refused({}));
    await consumer.take(recordOf('bad', 1), recordOf('bad', 2), recordOf('bad', 3));
  });

  it('replays after the fault is mended: the events run in order and the incident is free again', async () => {
    failFor([], bug);
    expect(await operator.replay('bad')).toBe(1);
    await consumer.sweeper.sweepAll();
    await consumer.take(recordOf('bad', 4));
    expect(await effects()).toEqual({ bad: [1, 2, 3, 4] });
    expect(await parked()).toEqual([]);
  });

  it('replays in vain while the fault is still there: parked again, nothing lost, one dead letter', async () => {
    await operator.replay('bad');
    await consumer.sweeper.sweepAll();
    expect(await parked()).toEqual(['bad:1 rejected 2', 'bad:2 behind 0', 'bad:3 behind 0']);
    expect(await letters()).toBe(1);
  });

  it('discards the event that blocks, and what waited goes on', async () => {
    failFor([], bug);
    expect(await operator.discard('bad')).toBe(1);
    await consumer.sweeper.sweepAll();
    expect(await effects()).toEqual({ bad: [2, 3] });
    expect((await test.database.rows(cursorTable, ''))[0]).toMatchObject({ lastSeq: 3, parked: false });
  });

  it('gives up a missing event for good', async () => {
    await consumer.take(recordOf('gap', 1), recordOf('gap', 3), recordOf('gap', 4));
    await consumer.sweeper.sweepAll();
    expect(await effects()).toEqual({ gap: [1] });
    expect(await operator.replay('gap')).toBe(0);
    expect(await operator.discard('gap')).toBe(1);
    await consumer.sweeper.sweepAll();
    await consumer.take(recordOf('gap', 2), recordOf('gap', 5));
    expect(await effects()).toEqual({ gap: [1, 3, 4, 5] });
  });

  it('replays and discards records that are no events', async () => {
    await consumer.take({ ...recordOf('junk', 1), headers: {} });
    expect(await operator.replay('junk')).toBe(1);
    await consumer.sweeper.sweepAll();
    expect(await parked()).toContain('junk:0 undecodable 2');
    expect(await operator.discard('junk')).toBe(1);
    await consumer.sweeper.sweepAll();
    expect((await operator.list()).map(({ aggregateId }) => aggregateId)).not.toContain('junk');
  });
});

describe('an event that waited and fails when its turn comes', () => {
  it('is tried again by later sweeps, then dead with a letter; what is behind it waits', async () => {
    failFor(['a'], bug);
    consumer.handler = ((well) => (event, context) => {
      if (context.sequence === 1) return noteEffect(test.database, context);
      return well(event, context);
    })(consumer.handler);
    await consumer.take(recordOf('a', 2), recordOf('a', 3));
    await consumer.take(recordOf('a', 1));
    expect(await parked()).toEqual(['a:2 gap 1', 'a:3 behind 0']);
    for (let turn = 0; turn < 6; turn += 1) await consumer.sweeper.sweepAll();
    expect(await parked()).toEqual(['a:2 rejected 5', 'a:3 behind 0']);
    expect(await letters()).toBe(1);
    failFor([], bug);
    await operator.replay('a');
    await consumer.sweeper.sweepAll();
    expect(await effects()).toEqual({ a: [1, 2, 3] });
  });
});

describe('an outage of the database', () => {
  /** Statements fail as if the connection were gone, until `until` says no more. */
  function breakDatabase(isAway: () => boolean): void {
    const { connections } = test.database;
    const writer = connections.writer.bind(connections);
    connections.writer = async () => {
      if (isAway()) throw Object.assign(new Error('connection lost'), { code: 'ECONNREFUSED' });
      return writer();
    };
  }

  it('is outlasted: nothing is parked or lost, and the order stays', async () => {
    let failures = 6;
    breakDatabase(() => (failures -= 1) >= 0);
    await consumer.take(recordOf('a', 1), recordOf('a', 2), recordOf('b', 1));
    expect(await effects()).toEqual({ a: [1, 2], b: [1] });
    expect(await parked()).toEqual([]);
    expect(consumer.log.at('warn').length).toBeGreaterThan(3);
  });

  it('in the middle of a sweep kills no event', async () => {
    await consumer.take(recordOf('a', 2));
    let uses = 0;
    breakDatabase(() => (uses += 1) === 2 || uses === 3);
    await consumer.take(recordOf('a', 1));
    expect(await effects()).toEqual({ a: [1, 2] });
    expect(await parked()).toEqual([]);
  });

  it('while an event is being parked does not let the failure out', async () => {
    failFor(['bad'], () => refused({}));
    let uses = 0;
    breakDatabase(() => (uses += 1) >= 2 && uses < 5);
    expect(await consumer.take(recordOf('bad', 1))).toHaveLength(1);
    expect(await parked()).toEqual(['bad:1 rejected 1']);
  });
});

describe('ChunkCommitter', () => {
  it('joins what several partitions bring while a transaction runs', async () => {
    const before = test.database.counts.commits;
    const batches = Array.from({ length: 12 }, (_, n) => batchOf([recordOf(`p${n}`, 1), recordOf(`p${n}`, 2)]));
    await Promise.all(batches.map((batch) => consumer.committer.take(batch)));
    expect(Object.keys(await effects())).toHaveLength(12);
    expect(test.database.counts.commits - before).toBeLessThanOrEqual(2);
  });

  it('cuts a long batch into transactions of 200 and acknowledges each', async () => {
    const records = Array.from({ length: 450 }, (_, n) => recordOf('long', n + 1));
    const before = test.database.counts.commits;
    const acknowledged = await consumer.take(...records);
    expect(acknowledged).toEqual([199, 399, 449].map((at) => records[at]?.offset));
    expect(test.database.counts.commits - before).toBe(3);
  });

  it('stops handing on when the partition was given away', async () => {
    const records = Array.from({ length: 450 }, (_, n) => recordOf('moved', n + 1));
    let abandoned = false;
    const acknowledged: string[] = [];
    await consumer.committer.take({
      ...batchOf(records, acknowledged),
      done: ({ offset }) => {
        abandoned = true;
        return Promise.resolve(void acknowledged.push(offset));
      },
      abandoned: () => abandoned,
    });
    expect(acknowledged).toHaveLength(1);
    expect((await effects())['moved']).toHaveLength(200);
  });
});
