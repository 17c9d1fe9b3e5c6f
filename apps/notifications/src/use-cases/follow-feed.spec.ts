import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations, Database, openConnections, type DatabaseOptions } from '#persistence';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import { notificationsSchema } from '../outbound/database/notifications.schema.js';
import { FollowFeed, type Following } from './follow-feed.js';

const waitUntil = async (done: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !done(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('following feeds', () => {
  let folder: string;
  let here: { database: Database; feed: FeedRepository };
  let elsewhere: typeof here;
  let follow: FollowFeed;

  const open = async (): Promise<typeof here> => {
    const connections = await openConnections(notificationsSchema, {
      profile: 'embedded',
      dataDir: folder,
    } as DatabaseOptions);
    await applyMigrations(notificationsSchema, connections);
    const database = new Database(connections);
    return { database, feed: new FeedRepository(database) };
  };
  const tell = ({ database, feed }: typeof here, audience: string, count: number, at = new Date()) =>
    database.write(() => {
      for (let n = 0; n < count; n += 1) feed.add({ audience, type: 't.v1', data: `{"n":${n}}`, at });
      return Promise.resolve();
    });
  const readAll = async (following: Following, audience: string, from: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let seq = from; ;) {
      const entries = await following.after(audience, seq);
      if (entries === 'gap') throw new Error('gap');
      if (entries.length === 0) return seen;
      seen.push(...entries.map((entry) => entry.seq));
      seq = seen.at(-1) ?? seq;
    }
  };
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-feed-'));
    here = await open();
    elsewhere = await open();
    follow = new FollowFeed(here.feed);
    follow.onModuleInit();
  });
  afterEach(async () => {
    follow.onModuleDestroy();
    await here.database.close();
    await elsewhere.database.close();
    rmSync(folder, { recursive: true });
  });

  it('numbers every audience from 1 without holes, whoever commits', async () => {
    for (const n of numbers(1, 20)) await tell(n % 2 === 0 ? here : elsewhere, n % 3 === 0 ? 'b' : 'a', 3);
    for (const [audience, length] of [
      ['a', 42],
      ['b', 18],
    ] as const) {
      expect((await here.feed.after(audience, 0, 100)).map(({ seq }) => seq)).toEqual(numbers(1, length));
    }
  });

  it('shares one query per page among all who catch up, and none for what is in memory', async () => {
    await tell(here, 'a', 2000);
    const wake = jest.fn<(follower: number) => void>();
    const followers = await Promise.all(numbers(1, 50).map((n) => follow.run(['a'], () => wake(n))));
    const before = here.database.counts.statements;
    const seen = await Promise.all(followers.map((follower, nth) => readAll(follower, 'a', nth * 3)));
    seen.forEach((entries, nth) => expect(entries).toEqual(numbers(nth * 3 + 1, 2000)));
    expect(here.database.counts.statements - before).toBeLessThanOrEqual(8);
    const writing = here.database.counts.statements;
    await tell(here, 'a', 5);
    const written = here.database.counts.statements - writing;
    expect(wake).toHaveBeenCalledTimes(50);
    await Promise.all(followers.map((follower) => readAll(follower, 'a', 2000)));
    expect(here.database.counts.statements - writing).toBe(written);
    for (const follower of followers) follower.close();
  });

  it('hears of what other processes commit, and looks for it only while somebody follows', async () => {
    const wake = jest.fn();
    const follower = await follow.run(['a', 'b'], wake);
    await tell(elsewhere, 'b', 700);
    await waitUntil(() => follower.heads().get('b') === 700);
    expect(await readAll(follower, 'b', 0)).toEqual(numbers(1, 700));
    expect(await readAll(follower, 'a', 0)).toEqual([]);
    follower.close();
    const { statements } = here.database.counts;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(here.database.counts.statements).toBe(statements);
  });

  it('forgets old entries, says so to who is too late, and never numbers anew', async () => {
    const hour = (ago: number) => new Date(Date.now() - ago * 3_600_000);
    await tell(here, 'a', 4500, hour(30));
    await tell(here, 'a', 10, hour(1));
    expect(await here.feed.sweep(hour(24))).toBe(4500);
    const follower = await follow.run(['a'], jest.fn());
    expect(await follower.after('a', 4000)).toBe('gap');
    expect(await follower.after('a', 9999)).toBe('gap');
    expect(await follower.start()).toEqual(new Map([['a', 4500]]));
    expect(await readAll(follower, 'a', 4500)).toEqual(numbers(4501, 4510));
    expect(await here.feed.sweep(hour(0))).toBe(10);
    await tell(here, 'a', 1);
    expect(follower.heads()).toEqual(new Map([['a', 4511]]));
    follower.close();
  });
});
