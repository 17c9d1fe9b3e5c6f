import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '#persistence';
import { openTestDatabase, type TestDatabase } from '#testing';
import { AudienceRepository } from '../outbound/database/audience.repository.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import { notificationsSchema } from '../outbound/database/notifications.schema.js';
import { FollowFeed, LOOK_BACK } from './follow-feed.js';
import type { Following } from './following.js';

const waitUntil = async (done: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !done(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('following the feed', () => {
  let test: TestDatabase;
  let here: { database: Database; feed: FeedRepository };
  let elsewhere: typeof here;
  let follow: FollowFeed;

  const open = (database: Database): typeof here => ({ database, feed: new FeedRepository(database) });
  const tell = ({ database, feed }: typeof here, count: number, audiences = ['operators'], at = new Date()) =>
    database.write(() => {
      for (let n = 0; n < count; n += 1) feed.add({ audiences, type: 't.v1', data: `{"n":${n}}`, at });
      return Promise.resolve();
    });
  const readAll = async (following: Following, from: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let seq = from; seq < following.head();) {
      const next = await following.after(seq);
      if (next === 'gap' || next.upTo <= seq) throw new Error(`stuck at ${seq}`);
      seen.push(...next.shares.map((share) => share.seq));
      seq = next.upTo;
    }
    return seen;
  };

  beforeEach(async () => {
    test = await openTestDatabase(notificationsSchema);
    here = open(test.database);
    elsewhere = open(await test.another());
    follow = new FollowFeed(here.feed, new AudienceRepository(here.database));
    follow.onModuleInit();
  });
  afterEach(async () => {
    await follow.onModuleDestroy();
    await test.drop();
  });

  it('has one sequence without holes, whoever commits', async () => {
    for (const n of numbers(1, 20)) await tell(n % 2 === 0 ? here : elsewhere, 3, [n % 3 === 0 ? 'b' : 'a']);
    expect((await here.feed.after(0, 100)).map(({ seq }) => seq)).toEqual(numbers(1, 60));
    expect(await here.feed.head()).toBe(60);
  });

  it('shows an entry only when all before it can be read, while several write at once', async () => {
    let done = false;
    const writing = Promise.all(numbers(1, 30).map((n) => tell(n % 2 === 0 ? here : elsewhere, 1 + (n % 4)))).finally(
      () => (done = true),
    );
    const seen: number[] = [];
    while (!done || seen.length < (await here.feed.head())) {
      seen.push(...(await here.feed.after(seen.at(-1) ?? 0, 7)).map(({ seq }) => seq));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    expect(seen).toEqual(numbers(1, seen.length));
    expect(seen.length).toBeGreaterThan(30);
  });

  it('shares one query per page among all who catch up, and none for what is in memory', async () => {
    await tell(here, 3000);
    const wake = jest.fn<(follower: number) => void>();
    const followers = await Promise.all(numbers(1, 50).map((n) => follow.run(['operators'], () => wake(n))));
    const before = here.database.counts.statements;
    const seen = await Promise.all(followers.map((follower, nth) => readAll(follower, nth * 3)));
    seen.forEach((entries, nth) => expect(entries).toEqual(numbers(nth * 3 + 1, 3000)));
    expect(here.database.counts.statements - before).toBeLessThanOrEqual(9);
    const writing = here.database.counts.statements;
    await tell(here, 5);
    const written = here.database.counts.statements - writing;
    expect(wake).toHaveBeenCalledTimes(50);
    await Promise.all(followers.map((follower) => readAll(follower, 3000)));
    expect(here.database.counts.statements - writing).toBe(written);
    for (const follower of followers) follower.close();
  });

  it('gives everybody his own and wakes nobody else, without a read for the rare', async () => {
    const wakes = { a: jest.fn(), b: jest.fn() };
    const [a, b] = await Promise.all([follow.run(['unit:a'], wakes.a), follow.run(['enterprise:b'], wakes.b)]);
    expect(await a.after(0)).toEqual({ shares: [], upTo: 0 });
    await tell(here, 4000, ['operators', 'unit:c']);
    await here.database.write(() => {
      const entry = { audiences: ['operators', 'unit:a'], type: 't.v1', data: '{"police":1}', at: new Date() };
      here.feed.add({ ...entry, noticeTo: 'enterprise:b', notice: '{"notice":1}' });
      return Promise.resolve();
    });
    expect([wakes.a.mock.calls.length, wakes.b.mock.calls.length]).toEqual([1, 1]);
    const before = here.database.counts.statements;
    expect(await a.after(0)).toEqual({ shares: [{ seq: 4001, type: 't.v1', data: '{"police":1}' }], upTo: 4001 });
    expect(here.database.counts.statements).toBe(before);
    expect(await readAll(b, 0)).toEqual([4001]);
    expect(await b.after(4000)).toEqual({
      shares: [{ seq: 4001, type: 'notice.delivered.v1', data: '{"notice":1}' }],
      upTo: 4001,
    });
    await tell(here, 1);
    expect([a.reached(4001), b.reached(17)]).toEqual([4002, 17]);
    a.close();
    b.close();
  });

  it('hears of what other processes commit, and looks for it only while somebody follows', async () => {
    const wake = jest.fn();
    const follower = await follow.run(['operators'], wake);
    await tell(elsewhere, 700);
    await waitUntil(() => follower.head() === 700);
    expect(await readAll(follower, 0)).toEqual(numbers(1, 700));
    await tell(elsewhere, 1);
    await tell(here, 1);
    await waitUntil(() => follower.head() === 702);
    expect(follower.head()).toBe(702);
    follower.close();
    const { statements } = here.database.counts;
    await follow.lookWhenDue(performance.now() + 60_000);
    expect(here.database.counts.statements).toBe(statements);
  });

  it('asks once a second for what other processes may have committed while none does', async () => {
    await follow.onModuleDestroy();
    const byHand = new FollowFeed(here.feed, new AudienceRepository(here.database));
    const follower = await byHand.run(['operators'], jest.fn());
    const began = performance.now();
    const looked: number[] = [];
    for (let at = 0; at <= 4000; at += 250) {
      const { statements } = here.database.counts;
      await byHand.lookWhenDue(began + at);
      if (here.database.counts.statements > statements) looked.push(at);
    }
    expect(looked).toEqual([0, 1000, 2000, 3000, 4000]);
    follower.close();
  });

  it('bounds how far back somebody may wade through what is for others, but not operators', async () => {
    for (let told = 0; told < LOOK_BACK + 10; told += 2000) await tell(here, 2000, ['operators']);
    const [unit, operator] = await Promise.all([
      follow.run(['unit:a'], jest.fn()),
      follow.run(['operators'], jest.fn()),
    ]);
    const head = unit.head();
    expect(await unit.after(head - LOOK_BACK - 1)).toBe('gap');
    expect(await unit.start()).toBe(head - LOOK_BACK);
    expect(await readAll(unit, head - LOOK_BACK)).toEqual([]);
    const { statements } = here.database.counts;
    const another = await follow.run(['unit:b'], jest.fn());
    expect(await readAll(another, head - LOOK_BACK)).toEqual([]);
    expect(here.database.counts.statements - statements).toBeLessThanOrEqual(3);
    expect(await operator.start()).toBe(0);
    expect((await operator.after(0)) === 'gap').toBe(false);
    for (const each of [unit, operator, another]) each.close();
  });

  it('forgets old entries, says so to who is too late, and never numbers anew', async () => {
    const hour = (ago: number) => new Date(Date.now() - ago * 3_600_000);
    await tell(here, 4500, ['operators'], hour(30));
    await tell(here, 10, ['operators'], hour(1));
    expect(await here.feed.sweep(hour(24))).toBe(4500);
    const follower = await follow.run(['operators'], jest.fn());
    expect(await follower.after(4000)).toBe('gap');
    expect(await follower.after(9999)).toBe('gap');
    expect(await follower.start()).toBe(4500);
    expect(await readAll(follower, 4500)).toEqual(numbers(4501, 4510));
    expect(await here.feed.sweep(hour(0))).toBe(10);
    await tell(here, 1);
    expect(follower.head()).toBe(4511);
    follower.close();
  });
});
