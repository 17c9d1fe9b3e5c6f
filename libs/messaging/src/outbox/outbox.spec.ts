import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdviceIssued } from '#contracts';
import {
  effectsSchema,
  eventOf,
  incidentClosed,
  incidentReported,
  openTestDatabase,
  type TestDatabase,
} from '#testing';
import { outboxTable } from '../tables.js';
import { Outbox } from './outbox.js';
import { SentRows } from './sent-rows.js';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
let test: TestDatabase;
let outbox: Outbox;
let committed: number;
let sent: SentRows;

beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  committed = 0;
  outbox = new Outbox(test.database, 'intake', 'qijing.', {
    current: () => traceparent,
    continue: (_t, work) => work(),
  });
  outbox.sentBy({ nudge: () => (committed += 1), sent: (sent = new SentRows(test.database)) });
});
afterEach(() => test.drop());

const rows = () => test.database.rows(outboxTable, 'ORDER BY `seq`');
const publish = (row: { id: string; version: number }) => outbox.publish(row, incidentReported({ incidentId: row.id }));

describe('Outbox', () => {
  it('numbers the events of an aggregate by its version and tells once that they were committed', async () => {
    const row = { id: 'a', version: 4 };
    await test.database.write(() => {
      publish(row);
      publish(row);
      expect(committed).toBe(0);
      return Promise.resolve();
    });
    expect(row.version).toBe(6);
    expect(committed).toBe(1);
    const [first, second] = await rows();
    expect([first?.aggregateSeq, second?.aggregateSeq]).toEqual([5, 6]);
    expect(first).toMatchObject({ topic: 'qijing.incidents.v1', aggregateType: 'incident', aggregateId: 'a' });
    expect(first?.headers).toMatchObject({ ce_id: first?.id, ce_source: 'intake', ce_sequence: '5', traceparent });
    expect(JSON.parse(first?.payload ?? '')).toMatchObject({ incidentId: 'a' });
  });

  it('deletes what was sent with the next events, and once more when that failed', async () => {
    await test.database.write(() => Promise.resolve(publish({ id: 'a', version: 0 })));
    sent.add((await rows()).map(({ seq }) => seq));
    const failing = test.database.write(() => {
      publish({ id: 'b', version: 0 });
      test.database.unit.beforeCommit('audit', () => Promise.reject(new Error('no')));
      return Promise.resolve();
    });
    await expect(failing).rejects.toThrow('no');
    expect([sent.size, (await rows()).map(({ aggregateId }) => aggregateId)]).toEqual([1, ['a']]);
    const { commits } = test.database.counts;
    await test.database.write(() => Promise.resolve(publish({ id: 'b', version: 0 })));
    expect([sent.size, (await rows()).map(({ aggregateId }) => aggregateId)]).toEqual([0, ['b']]);
    expect(test.database.counts.commits - commits).toBe(1);
  });

  it('leaves nothing behind when the transaction fails', async () => {
    const failing = test.database.write(() => {
      publish({ id: 'a', version: 0 });
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
    expect(committed).toBe(0);
  });

  it('refuses to publish outside of a unit of work, and leaves the version alone', () => {
    const row = { id: 'a', version: 1 };
    expect(() => publish(row)).toThrow('unit of work');
    expect(row.version).toBe(1);
  });

  it('refuses an event that belongs to another service', () => {
    for (const event of [incidentClosed(), eventOf(AdviceIssued)])
      expect(() => outbox.publish({ id: 'a', version: 0 }, event)).toThrow('is not published by intake');
  });

  it('refuses two events with one number: somebody published without the row', async () => {
    await test.database.write(() => Promise.resolve(publish({ id: 'a', version: 0 })));
    await expect(test.database.write(() => Promise.resolve(publish({ id: 'a', version: 0 })))).rejects.toThrow();
    expect(await rows()).toHaveLength(1);
  });

  it('also writes what is published while the unit of work is being flushed', async () => {
    await test.database.write(() => {
      test.database.unit.beforeCommit('outbox', () => Promise.resolve(publish({ id: 'late', version: 0 })));
      publish({ id: 'a', version: 0 });
      return Promise.resolve();
    });
    expect((await rows()).map(({ aggregateId }) => aggregateId).sort()).toEqual(['a', 'late']);
  });
});
